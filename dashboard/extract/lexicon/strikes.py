"""Verbs of a blow that may cost lives, in the forms that stand before its object."""

STRIKING = """
    struck strike strikes striking hit hits hitting bombed bombs bombing shelled shells shelling attacked attacks
    attacking stormed storms storming raided raids raiding ambushed ambushes ambushing overran overruns overrunning
    targeted targets targeting pounded pounds pounding strafed strafing torched assaulted assaulting invaded besieged
    infiltrated rammed blasted rocketed mortared droned detonated seized stormed knocked blew torpedoed bombarded
    bombarding inflicted inflicts inflicting swept entered crossed broke burst fired opened launched
""".split()
