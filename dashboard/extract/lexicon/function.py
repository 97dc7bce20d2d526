"""Small words of English by the part they play around a figure."""

AUXILIARIES = "was were is are been being be got getting wasn weren".split()
HAVING = "have has had having may might could must 've".split()
DETERMINERS = "the a an this that these those its their his her our my your each every any".split()
FILLERS = """
more other others another additional further also alone just only reportedly allegedly likely probably now
already so-called
total overall combined daily weekly monthly new fresh previous catastrophic staggering record whopping grim
horrific
subsequently later then since either both nearly currently actually possibly confirmed estimated
unfortunately tragically instantly dead-or-wounded seriously severely critically badly lightly slightly
fatally mortally
up still even again not never initially officially presumably believed thought feared known said reported
confirmed presumed
different young old elderly unarmed innocent armed own enemy foreign local pro-russian regular elite senior
top
too very gravely approximately perhaps about around roughly some almost over under least
""".split()
# A count noun gets its meaning from a loss told nearby.
COUNT_NOUNS = """
    total number figure figures count tally record high peak maximum minimum average estimate estimates sum numbers toll
""".split()
MEASURE_VERBS = """
reached reach reaches reaching hit hits hitting rose rise rises rising risen stood stand stands standing
averaged average averages averaging exceeded
exceed exceeds exceeding topped top tops topping passed pass passes passing climbed climbs climbing climb
soared soars jumped surged surpassed surpass surpasses surpassing
totalled totaled totals totalling totaling numbered numbers amounted amounts amounting amount estimated
estimates estimating estimate put puts putting placed places
grew grown increased increases ran runs running come came comes comprised dipped dropped fallen crossed
crosses crossing bringing brings brought taking takes
lie lies
approached approach approaching approaches neared nears nearing remained remains counted recorded fell accounted
account accounts becomes
recorded seen saw sees between including mounted doubled peaked peaks hovering hovered equals equal updated
revised lists catalogues catalogs tallies numbering totting
range ranges ranged ranging vary varies tallying totalling
""".split()
PREPOSITIONS = """
in on at by from with for to of near during since after before within across around under over into between
amid against outside inside
through towards toward along throughout off via per until despite following as than
""".split()
CONJUNCTIONS = "and or & plus nor and/or".split()
INCLUDING = "including include includes included among comprising".split()
CLAUSE_BREAKS = "but while whereas although though when as where because after before if unless until".split()

MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: index
    for index, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
