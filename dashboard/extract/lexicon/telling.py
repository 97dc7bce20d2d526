"""Words around a source: how it is announced, what stands beside it, and what is none."""

# Participles before "by" whose agent is a source: "a list compiled by".
GIVEN = """
    released published issued compiled reported given provided verified cited counted tallied announced shared
    posted stated quoted seen reviewed obtained made collated gathered kept prepared drawn told claimed put
    disclosed revealed maintained produced conducted established claim claims assertion
    estimate estimates assessment admission
""".split()
# What is done to a total that a further loss adds to, and what such a total is called.
TAKING = "taking takes bringing brings raising raises lifting lifts pushing pushes".split()
TOTALS = "total toll tally number count".split()
# What "by X's …" counts with, and what "X's … of 500" is.
RECKONING = """
    count counts reckoning estimate estimates tally tallies calculation calculations account accounts figures estimation
    data words telling view version assessment assessments numbers statistics records opinion admission
""".split()
# What "X's … that" tells.
ASSERTIONS = """
    admission claim claims assertion statement announcement acknowledgement acknowledgment boast insistence estimate
    allegation disclosure revelation report assessment
""".split()
COUNTS = "count reckoning estimate tally claim claims estimation".split()
# Verbs that stand before their speaker: "…, said the governor".
INVERTING = """
    said says say claimed claims reported reports added adds announced confirmed estimates estimated wrote writes
    confirms announces finds reveals shows recalls recalled recounts recounted notes noted explains explained insists
    insisted states stated warns warned admits admitted concedes conceded acknowledges acknowledged argues argued
    believes reckons thinks tweeted boasted declared declares alleges alleged concludes concluded suggests suggested
    asserted asserts maintains remembers laments testified quoted
""".split()
# Participles by which the speaker just named goes on.
SAYING_PARTICIPLES = """
    adding putting giving warning saying claiming stating noting insisting reporting arguing recalling explaining
    stressing alleging acknowledging admitting conceding confirming estimating announcing emphasising emphasizing
    specifying clarifying pointing lamenting boasting concluding
""".split()
# What stands before a colon and is no source.
LABELS = """
    briefing update updates live news digest analysis report video watch war latest explainer
    breaking update developing exclusive photos opinion editorial factbox timeline quote details background key map
    podcast interview reference context note recap front party
""".split()
# By which somebody counts without a verb of saying, each up to the figure or what is counted.
COUNTING = """
    arrive at|arrives at|arrived at|know of|knows of|knew of|drawn up|draws up|drew up|come up with|comes up with
    came up with|settle on|settles on|settled on|put names to|puts names to|admit to|admits to|admitted to|own up to
    owns up to|owned up to|have the names of|has the names of|had the names of|accept a figure|accepts a figure
    accept figures|named a figure|names a figure|keep a list|keeps a list|keep a tally|keeps a tally|keep a count
    keeps a count|think it|think that|think the|think they|think there|think up|think more|think at|think some
    talk of|talks of|talked of|managed to establish|managed to identify|managed to confirm|were able to identify
    was able to identify|were able to confirm|was able to confirm
"""
# Work by which "our" is the publisher's.
OUR_WORK = """
    analysis analyses calculation calculations count estimate estimates tally model modelling research reporting
    investigation figures data database tracker review methodology findings survey
""".split()
# Words before a colon that name a topic, a place or a part of a text.
TOPICS = """
    crisis east middle north south west northern southern eastern western central sea day part year week month week
    summary special world europe africa asia politics security defence defense military weapons conclusion introduction
    breaking total today yesterday tonight morning evening killed wounded missing captured injured dead died personnel
    tanks troops soldiers children women civilians men people example result reason fact facts figure deaths number
    numbers location date place time type target perpetrator victims remember terror terrorism genocide massacre famine
    truth question answer related more read see also click photo photos image caption correction
    city town village district region province airport border bridge river island islands valley mountain camp market
    hospital school
""".split()
# Ends of place names, which stand before a colon as where the news comes from.
OF_PLACES = """
    sk iv pol grad abad stan pur burg ivka vka ovo ino nia land ville shire bul ad gar har dan town
""".split()
# Nouns of what happens: a phrase that ends in one names no source, "the Hezbollah attack".
EVENTS = """
    attack attacks strike strikes airstrike airstrikes bombing bombings blast blasts explosion explosions raid raids war
    wars battle battles offensive invasion assault assaults shelling ambush ambushes clash clashes fighting violence
    incident incidents massacre onslaught barrage incursion operation operations campaign siege advance push conflict
    losses casualties deaths toll death fatalities missile missiles drone drones rocket rockets
""".split()
# Words before a source that are no part of its name.
LEADING = """
    the a an its their his her our this that these those also later earlier meanwhile however but and as for while with
    latest new recent same own unofficial late early
    unnamed anonymous although though after when where yesterday today so far now both another
    some one two three several many other according to in on at from of by since even only already has have had was were
    is are would could did does not who which last week month year night separately previously recently officially
    currently monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december figures data numbers if because or
    based meantime following given despite amid regarding judging speaking writing asked compared
""".split()
