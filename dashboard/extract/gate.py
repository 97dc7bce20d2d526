"""Whether a text can hold a reported loss at all: loss words with a number near them, found in linear time."""

from __future__ import annotations

import re2

# Stems suffice: the gate may let a text through in vain, and must never stop one that reports losses.
_LOSS_STEMS = (
    r"kill|dead|\bdie\b|died|dies|dying|death|casualt|causalit|fatalit|wound|injur|maim|missing|captur|prisoner|hostage|captive|"
    r"surrender|taken alive|themselves up|(?:over|in|down) their (?:arms|weapons)|"
    r"losses|lost|loses|losing|loss of|(?:daily|average|monthly) loss|eliminat|liquidat|neutrali[sz]|"
    r"out of (?:action|combat|the fight)|incapacitat|slain|slaughter|"
    r"massacr|martyr|perish|murder|toll|disabled|succumb|hurt\b|lives|wip(?:e|es|ed|ing) out|destroy|shot down|"
    r"shoot down|downed|sunk|sank|hors de combat|execut|kia\b|lay down|laid down|"
    r"personnel|body count|obituar|abduct|kidnap|captivity|bodies|corpses|victims|"
    r"being held|(?:troops|soldiers) (?:are|were) held"
    r"|cost(?:s|ing)? \w+ (?:[\w-]+ ){0,3}\d[\d,.]* (?:men|troops|soldiers|fighters|servicemen)|minus \d"
    r"|fallen|\bbur(?:y|ies|ied)\b|\bfell\b|mourn|lose |\bbl(?:ed|eed|eeding)\b|h(?:ae|e)morrhag|laying down|sacrificed"
    r"|drown|(?:cut|cuts|cutting|mown?|mows|mowed|mowing) down|body bags|(?:bit|bite) the dust|breathed their last"
    r"|sent to hell|found (?:shot|hanged)|(?:never|n't|not) (?:come|came|return|made it)"
    r"|(?:took|takes?|taking) out|inflict"
    r"|butcher|bl(?:own|ew) up|assassinat|deceased|gunned down|behead|morgue|concussions|\bburns\b|\b[wm]ia\b"
    r"|unaccounted for|hospitali[sz]ed|to hospital\b|crippled|annihilat|\bslay|\bpows\b|\bdie\b|\bloss\b|downing"
    r"|destruction of|knocked[ -]out|wr(?:ote|ites?|itten|iting) off"
    r"|полягл|гинут|гибн|безвісти|без вести|недорах|недосч|позбу|лишил|знищ|знешкод|нейтралі|нейтрали|ліквіду|мертв"
    r"|втрат|вбит|загин|поранен|полон|ліквідов|знищен|особового складу"
    r"|потер|убит|погиб|ранен|плен|ликвидир|уничтож|личного состава"
)
_NUMBERS = (
    r"\p{Nd}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores|"
    r"several)\b|тисяч|тысяч|сот"
)
_OPTIONS = re2.Options()
_OPTIONS.never_capture = True
_OPTIONS.case_sensitive = False
LOSS = re2.compile(_LOSS_STEMS, _OPTIONS)
_NUMBER = re2.compile(_NUMBERS, _OPTIONS)
_NEAR = 400


def may_report_losses(text: str) -> bool:
    """True if a loss word stands within 400 bytes of a number; false is certain, true is a reason to read on."""
    data = text.encode("utf-8", "surrogatepass")
    position = 0
    while (match := LOSS.search(data, position)) is not None:
        if _NUMBER.search(data[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
            return True
        position = match.end() + 1
        # What follows within the window was just searched in vain; only later loss words can see a number.
    return False
