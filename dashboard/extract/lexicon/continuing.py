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
