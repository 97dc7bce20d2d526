"""Small words that the grammar of losses needs beside the general ones."""

# What adds a further figure to the loss just told.
ADDING = ("along with", "as well as", "together with", "in addition to")
# What sets a further figure against the one just told.
COMPARING = (
    "on top of",
    "correcting",
    "revising",
    "compared to",
    "compared with",
    "up from",
    "down from",
    "versus",
    "below",
    "above",
    "more than the",
    "less than the",
    "fewer than the",
    "higher than",
    "lower than",
    *(
        f"{near} the"
        for near in ("close to", "short of", "shy of", "near", "double", "twice", "well above", "well below")
    ),
    "against",
)
# Verbs that stand like "were" before a participle of loss.
STATES = [*"remain remained remains went gone declared".split(), "listed as", "seen being", "filmed being"]
FILLERS = [
    *"considered listed deemed registered".split(),
    *(f"national {body}" for body in "army guard police defence defense security liberation".split()),
]
# What stands between a verb of losing and how many it takes in a time: "bled at a rate of 900 a day".
AT_A_RATE = [f"at {article} {pace} of" for article in ("a", "the", "an") for pace in "rate pace clip average".split()]
# Verbs by which one number follows from another.
MEANING = "mean means meaning imply implies implying".split()
