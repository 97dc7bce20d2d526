"""Files and folders made to hurt: what each must end in is told beside it.

`fast` ones run with the suite; the others, which are large, in `make soak`.
"""

from __future__ import annotations

import gzip
import json
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SAID = "Russia lost 1,770 troops, the General Staff of Ukraine said."
KYIV = "Росія втратила 1770 військових, повідомляє Генеральний штаб."
READ, REFUSED, EITHER = "read", "refused", "read or refused"


@dataclass(frozen=True, slots=True)
class Case:
    """A file by the bytes that `made` gives, and how reading it ends.

    READ: one document with `holds` in its text. REFUSED: no document, and `holds` in the sentence that says so.
    EITHER: one of the two, since both are right. In none may `never` stand in what was read.
    """

    name: str
    suffix: str
    made: Callable[[], bytes]
    ends: str
    holds: str = ""
    never: str = ""
    fast: bool = True


def cases(secret: Path) -> list[Case]:
    """Every case; `secret` is a file whose text must never come out."""
    return [*_encodings(), *_pages(), *_attacks(secret), *_lines(), *_archives(), *_notes()]


def _encodings() -> Iterator[Case]:
    for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        yield Case(f"{name} with its mark", ".txt", lambda name=name: KYIV.encode(name), READ, "1770")
    for name, words in (("koi8-u", "is not UTF-8"), ("cp1251", "is not UTF-8"), ("utf-16-le", ""), ("utf-16-be", "")):
        yield Case(f"{name} untold", ".txt", lambda name=name: (KYIV * 9).encode(name), REFUSED, words)
    for name in ("windows-1251", "koi8-u"):
        page = f'<meta charset="{name}"><p>{KYIV}</p>'
        yield Case(f"a page that tells {name}", ".html", lambda name=name, page=page: page.encode(name), READ, "1770")
    broken = {
        "an overlong sequence": b"\xc0\xaf",
        "a lone surrogate": b"\xed\xa0\x80",
        "beyond Unicode": b"\xf5\x80\x80\x80",
        "a sequence cut off": b"\xd0",
        "a byte that never occurs": b"\xff",
    }
    for name, part in broken.items():
        yield Case(name, ".txt", lambda part=part: SAID.encode() + part, REFUSED, "is not UTF-8")
    yield Case("a NUL in the text", ".txt", lambda: b"Russia lost 1,\x00770 men.", REFUSED, "NUL")
    yield Case("NULs alone", ".txt", lambda: b"\0" * 4_000_000, REFUSED)
    yield Case("random bytes", ".txt", lambda: bytes(range(256)) * 4_000, REFUSED)
    yield Case("nothing", ".txt", lambda: b"", REFUSED, "empty")
    yield Case("blanks alone", ".md", lambda: b" \n\t" * 1_000_000, REFUSED, "empty")
    yield Case("a mark alone", ".txt", lambda: b"\xef\xbb\xbf", EITHER)
    unseen = "\u202e\u200b\u2066\u00ad\u200f"
    yield Case("bidi and unseen signs", ".txt", lambda: f"{unseen}{SAID}{unseen}".encode(), READ, "1,770")
    yield Case("a million unseen signs", ".txt", lambda: ("\u200b" * 1_000_000 + SAID).encode(), EITHER, fast=False)
    yield Case("a million marks over a letter", ".txt", lambda: ("e" + "\u0301" * 1_000_000).encode(), EITHER)
    yield Case("a text beyond the limit", ".txt", lambda: b"word " * 1_200_000, REFUSED, "more than")


def _pages() -> Iterator[Case]:
    def page(body: bytes) -> bytes:
        return b"<html><body>" + body + b"</body></html>"

    hurting = {
        "100,000 attributes": lambda: page(b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x</p>"),
        "100,000 attributes with signs": lambda: page(
            b"<p " + b" ".join(b'a%d="<>&"' % n for n in range(100_000)) + b">x</p>"
        ),
        "one attribute of 3 MB": lambda: page(b'<p title="' + b"<a>" * 1_000_000 + b'">x</p>'),
        "100,000 divs within one another": lambda: page(b"<div>" * 100_000 + b"x"),
        "20,000 tables within one another": lambda: page(b"<table><tr><td>" * 20_000 + b"x"),
        "100,000 spans closed wrongly": lambda: page(b"<span><b></span></b>" * 100_000),
        "300,000 comments begun": lambda: page(b"<!--" * 300_000),
        "300,000 ends of nothing": lambda: page(b"</div>" * 300_000),
        "a paragraph of 4 MB": lambda: page(b"<p>" + b"word " * 800_000),
        "a million line breaks": lambda: page(b"<p>" + b"a<br>" * 800_000),
        "a million entities": lambda: page(b"<p>" + b"&nbsp;&#1770;" * 300_000),
        "an entity without end": lambda: page(b"<p>&#" + b"9" * 1_000_000 + b";x"),
    }
    for name, made in hurting.items():
        yield Case(name, ".html", made, EITHER)
    for mb in (6, 20, 50):
        made = lambda mb=mb: page(b"<p>" + b"word " * (mb * 200_000))  # noqa: E731
        yield Case(f"a page of {mb} MB", ".html", made, REFUSED, "more than", fast=mb < 50)
    yield Case("a page drawn by a script", ".html", lambda: page(b"<script>show('5,000 killed')</script>"), REFUSED)
    yield Case("a page in a gzip", ".html", lambda: gzip.compress(page(SAID.encode() * 9)), REFUSED)


def _attacks(secret: Path) -> Iterator[Case]:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    outside = f'<!ENTITY f SYSTEM "file://{secret}"><!ENTITY % g SYSTEM "file://{secret}">%g;'
    doctype = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom">{bomb}{outside}]>'
    body = f"<html><body><p>{SAID} &f; &e11;</p><object data='file://{secret}'></object></body></html>"
    yield Case("entities within entities", ".html", lambda: (doctype + body).encode(), READ, "1,770", "a secret")
    included = f'<html xmlns:xi="http://www.w3.org/2001/XInclude"><p>{SAID}<xi:include href="file://{secret}"/></p>'
    yield Case("an inclusion", ".html", lambda: included.encode(), READ, "1,770", "a secret")
    styled = f'<?xml-stylesheet href="file://{secret}"?><html><base href="file:///"><p>{SAID}</p>'
    yield Case("a style sheet from elsewhere", ".html", lambda: styled.encode(), READ, "1,770", "a secret")
    framed = f'<p>{SAID}</p><iframe src="file://{secret}"></iframe><link rel=import href="file://{secret}">'
    yield Case("frames and imports", ".html", lambda: framed.encode(), READ, "1,770", "a secret")


def _lines() -> Iterator[Case]:
    good = json.dumps({"id": "good", "text": SAID})

    def after(line: str) -> Callable[[], bytes]:
        return lambda: f"{line}\n{good}\n".encode()

    hurting = {
        "100,000 lists within one another": '{"id": "a", "text": ' + "[" * 100_000,
        "100,000 objects within one another": '{"a": ' * 100_000,
        "a number of 100,000 digits": '{"id": ' + "9" * 100_000 + ', "text": "x"}',
        "no number": '{"id": NaN, "text": Infinity}',
        "a text that is none": '{"id": "a", "text": ["x"]}',
        "half a character": '{"id": "a", "text": "\\ud800 killed 5 men"}',
        "an id that is a path": '{"id": "../../../etc/passwd", "text": "x"}',
        "an id with control signs": '{"id": "a\\u0000\\u001b[2J\\n", "text": "x"}',
        "an id of a megabyte": '{"id": "' + "i" * 1_000_000 + '", "text": "x"}',
        "the same name twice": '{"id": "a", "id": "b", "text": "x", "text": "y"}',
        "an address that runs": '{"id": "a", "text": "x", "url": "javascript:alert(1)"}',
        "a day that is none": '{"id": "a", "text": "x", "published": "2024-02-31"}',
    }
    for name, line in hurting.items():
        yield Case(f"a line with {name}", ".jsonl", after(line), READ, "1,770")
    yield Case("one line of 6 MB", ".jsonl", after('{"text": "' + "x" * 6_000_000 + '"}'), READ, "1,770")


def _archives() -> Iterator[Case]:
    good = json.dumps({"id": "good", "text": SAID}).encode() + b"\n"
    yield Case("an archive cut off", ".jsonl.gz", lambda: gzip.compress(good * 99)[:-9], EITHER)
    yield Case("an archive with more behind it", ".jsonl.gz", lambda: gzip.compress(good) + b"PK\3\4" * 99, EITHER)
    yield Case("a thousand archives in one", ".jsonl.gz", lambda: gzip.compress(b"\n") * 1_000, EITHER)
    yield Case("a line of 60 MB packed", ".jsonl.gz", lambda: good_and(gzip_of(b"x", 60_000_000)), EITHER)
    yield Case("blank lines without end, packed", ".jsonl.gz", lambda: gzip_of(b"\n", 300_000_000), REFUSED, fast=False)
    yield Case("blank lines, packed", ".jsonl.gz", lambda: gzip_of(b"\n", 30_000_000), REFUSED, "blank lines")
    yield Case("2 GB of one letter, packed", ".jsonl.gz", lambda: gzip_of(b"x", 2_000_000_000), REFUSED, fast=False)
    yield Case("an archive within an archive", ".jsonl.gz", lambda: gzip.compress(gzip.compress(good)), REFUSED)


def good_and(packed: bytes) -> bytes:
    """A good line, then more that is packed."""
    return gzip.compress(json.dumps({"id": "good", "text": SAID}).encode() + b"\n") + packed


def gzip_of(letter: bytes, size: int) -> bytes:
    """`size` times the letter, packed piece by piece."""
    piece = gzip.compress(letter * 10_000_000, 6)
    return piece * (size // 10_000_000)


def _notes() -> Iterator[Case]:
    aliases = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{f'*{chr(97 + n)}, ' * 9}]\n" for n in range(20)
    )
    hurting = {
        "aliases within aliases": aliases,
        "an object to be made": "publisher: !!python/object/apply:os.system ['touch /tmp/made']\n",
        "50,000 lists within one another": "a: " + "[" * 50_000 + "\n",
        "50,000 keys": "".join(f"k{n}: v\n" for n in range(50_000)),
        "a key of a megabyte": f"{'k' * 1_000_000}: v\n",
    }
    for name, head in hurting.items():
        yield Case(f"a head with {name}", ".md", lambda head=head: f"---\n{head}---\n{SAID}".encode(), EITHER)


NAMES = (
    *(b"a\nb.txt", b"a\x1b[31mred.txt", b"a\rb.txt", b"-rf.txt", b"--help.txt", b"$(reboot).txt", b"a;b|c.txt"),
    *(b"\xff\xfe.txt", b"\xd0.txt", "\u202etxt.exe.txt".encode(), "<script>alert(1)<\u2215script>.txt".encode()),
    *(b"=1+1.txt", b"%00.txt", b"..%2f..%2fpasswd.txt", b"... .txt", "👻.txt".encode(), b"x" * 250 + b".txt"),
)  # fmt: skip


def folder_of_names(folder: Path) -> int:
    """Fill the folder with files of such names, each with a good text; how many there are."""
    made = 0
    for name in NAMES:
        try:
            descriptor = os.open(os.fsencode(folder) + b"/" + name, os.O_CREAT | os.O_WRONLY, 0o644)
        except OSError:  # a file system that holds no such name cannot be hurt by it
            continue
        os.write(descriptor, SAID.encode())
        os.close(descriptor)
        made += 1
    return made


def folder_of_specials(folder: Path, secret: Path) -> None:
    """Links that loop and lead away, pipes, sockets, and folders deep within one another, beside one good file."""
    (folder / "good.txt").write_text(SAID, encoding="utf-8")
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "away.txt").symlink_to(secret)
    (folder / "up").symlink_to("../../..")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as told:
        place = os.getcwd()
        os.chdir(folder)  # the address of a socket may be 107 bytes long, which a temporary folder often exceeds
        told.bind("socket.txt")
        os.chdir(place)
    deep = folder
    for _ in range(200):
        deep = deep / "d"
        deep.mkdir()
    (deep / "deepest.txt").write_text(SAID, encoding="utf-8")
