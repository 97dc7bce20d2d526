"""Words that build the names of periods, as alternatives of a pattern."""

# What any war is called; a conflict's own words stand beside these.
WARS = (
    "war", "invasion", "conflict", "fighting", "hostilities", "aggression", "operation", "operations", "genocide",
    "onslaught", "crisis", "uprising", "insurgency", "intifada",
)  # fmt: skip
BEGAN = r"(?:began|started|erupted|broke out)"
ONSET = r"(?:very )?(?:start|beginning|onset|outset|first day|first days|turn|middle|end)"
INVADED = (
    r"(?:invaded|invading|invades|launch(?:ed|ing) (?:its|his|their|a|the)|(?:began|started) (?:its|his|their|the)"
    r"|attacked|it (?:erupted|began|started)|it broke out"
    r"|(?:fighting|war|conflict|hostilities|violence) (?:erupted|began|started|broke out|resumed))"
)
DAILY = r"(?:daily|single-day|one-day|24-hour|all-time daily)"
PEAK = r"(?:highs?|peaks?|records?|maximum|maxima|record high)"
WORST = r"(?:worst|deadliest|bloodiest|costliest)"
PAST = r"(?:past|last|previous|preceding|latest|prior)"
RATE = r"(?:per|a|an|each|every(?: single)?)"
# What may loosen the length of a span: "more than a year of war".
ROUGHLY = r"(?:(?:nearly|almost|about|around|roughly|some|over|more than|just over|under|less than|just under) )?"
WITHIN = r"(?:in|during|over|for|within|throughout|across|of|from|in just)"
ORDINAL = r"(?:first|second|third|fourth|fifth|opening|last|final)"
NTH = rf"{WITHIN} (?:the |its |their )?{ORDINAL}"
# What makes "a day" a point in time: "a day earlier".
SHIFTED = r"(?:earlier|later|ago|before|after|prior|from (?:now|then|today|that)|into)"
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
SEASONS = r"(?:spring|summer|autumn|winter)"
# A fight somewhere, as against the war: "the fighting near the river".
LOCAL_FIGHT = r"(?:fighting|hostilities|operations?|clashes|battles?|onslaught)"
NEAR = r"(?:near|around|for|at|along|outside|close to|north of|south of|east of|west of|inside)"
# What makes "weekly" tell of a paper: "the weekly report".
OF_PAPERS = r"(?:reports?|updates?|briefings?|address|newsletter|magazine|bulletin|statements?)"
# One operation within a war.
OPERATIONS = r"(?:operation|operations|incursion|offensive|counter-?offensive|raid|siege|campaign)"
KINDS_OF_OPERATION = (
    r"(?:kursk|kharkiv|ground|military|cross-border|special forces|rescue|border|counter-?terrorism|[\w-]+ )"
)
BATTLES = (
    r"(?:month|week|counter-?offensive|offensive|battle|assault|operation in(?! (?:19|20)\d\d)|siege|incursion|raid)"
)
# What follows a year that names a war rather than a time: "the 2022 invasion".
ATTACKS = r"(?:invasion|war|offensive|battle|attack|coup|conflict)"
