"""Openings and phrases by which a sentence goes on with the figures told before it, one a line or by strokes."""

FIGURES = """
figures?|numbers?|statistics|data|estimates?|totals?|claims?|toll|tally|count|update|information|statement
announcement|report|losses|assessment|post|details|casualties
"""
OPENING = r"""
it|its|he|his|she|her|they|their|this|these|that|those
the (?:figures?|total|numbers?|toll|death toll|count|tally|data|statistics|report|statement|ministry|group|agency)
the (?:update|dead|deaths|fatalities|killings|wounded|victims|casualties|losses|remaining)
another|of (?:those|these|them|the)|among (?:them|those|the|its|their)
in total|in all|overall|altogether|in addition|additionally|moreover|also|besides|that includes|including
meanwhile the|(?:an? |with (?:an? )?)?(?:further|additional|extra)|with (?:another|\d)
since (?:october|last|then|the)|most of (?:them|those|the)|as for
at the same time|by (?:way of )?(?:comparison|contrast)|in (?:comparison|contrast)|therefore|thus|hence|similarly
in (?:19|20)\d\d,? (?:an )?average|on average
(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:19|20)\d\d)? (?:was|is)
likewise|as a result|in particular|specifically|per (?:day|month)
(?:over|in|during|for|within) the (?:past|last|previous) (?:\w+ )?(?:hours|days?|weeks?|months?)
"""
# What the next sentence of one source is about, behind words that tell of which kind it is.
COUNTS = """
casualty|casualties|losses|toll|tolls|dead|wounded|rate|average|figures?|totals?|numbers?|count|tally|deaths|fatalities
"""
KINDS = r"""
average|daily|monthly|weekly|overall|total|combined|cumulative|true|actual|real|official|latest|new|highest|lowest
current|military|combat|army's|army|force|enemy's|enemy|civilian|casualty|death|confirmed|known|personnel|manpower
mean|exact|precise
"""
# A loss that is not known for sure, which somebody must have told.
UNSURE = "may|might|could|would|likely|probably|possibly|presumably|estimated|believed|thought|reckoned"
# What was told of just before, as the next sentence takes it up.
EVENT = r"""
in the (?:same |latest )?(?:clash(?:es)?|attacks?|incidents?|raids?|strikes?|ambush|battles?|blasts?|explosions?)
in the (?:same |latest )?(?:fighting|shelling|assault|encounter|firefight|bombing|offensive)
"""
# What is told of another time or place, by whoever writes the text.
BACKGROUND = r"""
in (?:19|20)\d\d|(?:the )?(?:day|week|month|year)s? (?:before|ago|earlier)|earlier this|last (?:week|month|year|summer)
comes? after|came after|erupted|began|started|decades?|separate|separately|elsewhere|previous(?:ly)?|years of|has been
in (?:january|february|march|april|may|june|july|august|september|october|november|december)
"""
WITHIN = """
of (?:those|these|them|the dead|the total)|among (?:them|those|the dead)
(?:more|others) (?:were|have been|had been)|(?:has|have|had|was|were) also
"""
GIVEN = "reported|stated|announced|said|published|told|claimed|confirmed|posted|revealed|disclosed"
SAID = "said|reported|stated|announced|claimed|confirmed|wrote"
GAVE = """
gave|gives|given|released|releases|published|publishes|posted|posts|provided|provides|issued|shared|announced
disclosed|revealed|reported|updated|cited|offered|made
"""
WHERE = """
on|in|at|during|late|early|after|to|via|through|yesterday|today
monday|tuesday|wednesday|thursday|friday|saturday|sunday
"""
