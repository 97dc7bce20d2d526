"""Words of attribution: verbs of saying, nouns that name a source, and roles of those who speak."""

SAY_VERBS = """
said say says saying told tells telling claimed claim claims claiming reported report reports reporting added
adds adding announced announce
announces announcing estimated estimate estimates estimating stated state states stating confirmed confirm
confirms confirming
revealed reveals revealing reveal acknowledged acknowledges acknowledging admitted admits admit asserted
asserts asserting alleged alleges insisted insists
believe believes believed noted notes noting wrote writes declared declares disclosed discloses posted posts
put puts putting
recorded records recording documented documents verified verifies identified identifies counted counts tallied
concluded concludes suggested suggests
suggest show shows showed shown indicated indicates indicate calculated calculates assessed assesses assess
conceded concedes warned warns
explained explains mentioned mentions boasted boasts briefed published publishes released releases issued
quoted citing cited cites
maintains maintained contends reckons reckoned updated registered logged tracked attributes established raised
determined pointed compiled collected found learned obtained gave give gives given giving
shared shares countered counters retorted replied stressed emphasised emphasized underlined specified clarified
bragged touted tweeted commented testified assured admitting conceding acknowledging
accused accuses accusing blamed blames relayed recounted summarised summarized
relays details concluding suggesting argued argues spoke spoken speaks speak calculates calculate stress
stresses acknowledge
reiterated repeated cautioned reckon
recalls recalled recounts listed lists listing thinks expects observed observes remarked remarks opined confided
divulged divulges proclaimed proclaims contended affirmed affirms averred attested certified corroborated catalogued
chronicled lamented laments complained complains deemed surmised inferred deduced computed pegged pegs informed notified
communicated uncovered intimated elaborated echoed judges judged predicted predicts projected tweets repeats
reiterates cautions clarifies remembers
read reads concede add warn write argue insist tell emphasise emphasises emphasize emphasizes note assert allege contend
boast admitting boasts find corrected revised lowered describes described signalled signaled hinted implied
declare disclose mention remark explain conclude determine determines highlight highlights highlighted underline
underlines recall testify testifies specify specifies
""".split()
# "claimed" and "reported" also take the figure as an object; these never name a speaker when passive.
PASSIVE_SAYING = """
reported believed estimated said confirmed recorded documented identified verified counted thought feared alleged known
presumed
""".split()
SOURCE_NOUNS = """
ministry ministries minister officials official authorities authority spokesman spokeswoman spokesperson
spokespersons army military forces navy government police
president general colonel admiral commander governor mayor adviser advisor chief secretary ambassador
intelligence staff agency
group organisation organization monitor observatory watchdog monitors institute centre center committee
commission council office
bureau department service services media news newspaper network outlet report reports sources source data
figures estimates estimate assessment statement
count tally analysis analysts analyst experts expert researchers study survey investigation investigators
investigation doctors medics
rescuers witnesses residents hospital hospitals union alliance movement militia rebels insurgents separatists
militants
television tv radio presidency parliament mp lawmaker senator congressman journalist journalists activists
activist volunteers project
database archive archives
updates update documents document briefing post broadcaster channel channels leader leaders deputy
director head
crescent cross command embassy envoy junta administration white-house pentagon kremlin un
diplomat diplomats nato taliban hamas hezbollah defence defense prosecutor prosecutors think-tank ombudsman
minister organisations organizations think tank digest premier chairman operator king emir sheikh
commander-in-chief boss founder warlord brigade battalion regiment battlegroup paramedics firefighters
responders rescuer mediator mediators negotiator negotiators ministry-of-defence brass thinktank think-tanks
charity charities ngo ngos university academics historians historian researcher tribunal court coroner
survivors villagers elders elder locals resident eyewitnesses eyewitness witness
correspondent inquiry commissioner envoys veterans chancellor pastor priest bishop imam cleric nurse nurses
doctor medic morgue bloggers blogger mod
officer officers secretariat directorate headquarters hq mission
delegation delegate delegates consulate board panel assembly senate
congress duma rada knesset cabinet cabinets coalition bloc faction party federation association society foundation
fund trust league consortium initiative campaign academy college laboratory lab clinic clinics registry
newspapers magazine weekly tabloid website websites portal site blog podcast platform publication publications outlets
collective community network networks firm company contractor corporation
senators congresswoman congressmen lawmakers mps councillor prefect magistrate sheriff superintendent inspector
constable detective lawyer lawyers judge registrar coroners dispatcher
economist economists scholar scholars professor scientist scientists statistician statisticians demographer
demographers author authors columnist editor editors reporter reporters commentator commentators pundits insiders
insider whistleblower whistleblowers president-elect spokespeople marshal major lieutenant brigadier captain sergeant
lieutenant-general major-general lieutenant-colonel general-lieutenant commandant commanders generals colonels admirals
ministers governors mayors presidents leadership prince princes queen sultan emirate caliphate
guard guards gendarmerie constabulary militiamen guerrillas guerrilla republic territory directorates
legislator legislators undersecretary under-secretary rapporteur rapporteurs responder paramedic surgeon surgeons
intel relief humanitarians peacekeepers groups agencies councils departments offices militias movements observers
unit units division formation corps squad
commands administrations outfit outfits factions organisers organizers campaigners clergy resistance watchers trackers
opposition regime strategist strategists premiers force survivor villager representative governments regimes
""".split()
# People who speak for themselves: sources only as subjects of a verb of saying and behind "according to".
PEOPLE = """
    soldier soldiers fighter fighters infantryman infantrymen serviceman servicemen trooper conscript conscripts recruit
    recruits sniper gunner private corporal man men woman women mother mothers father widow widows wife husband brother
    sister son daughter relative relatives family families friend friends neighbour neighbours neighbor neighbors person
    people driver farmer farmers teacher fisherman shopkeeper trader traders student students worker workers employee
    employees staffer staffers aide aides informant defector defectors deserter prisoner prisoners captive captives
    veteran refugee refugees migrant mourners passer-by bystander bystanders ally allies partner partners participant
    participants comrade comrades colleague colleagues gravedigger undertaker nun monk
""".split()
PRONOUNS = "he she it they who we i".split()
# Nouns that name a piece of news by what it is, as the next sentence takes it up: "the figure was released by".
REFERRING = """
figure figures number numbers data toll tally count update report statement estimate estimates information losses
statistics total totals casualties claim claims announcement post message details assessment summary summaries
""".split()
# Roles that one person holds, by which a text calls whom it has named: "the head of the group", "the top general".
ROLES = """
president minister head chief commander general leader boss founder spokesman spokeswoman spokesperson premier
chancellor secretary governor mayor admiral colonel ambassador director chairman official diplomat lawmaker
commander-in-chief warlord financier
""".split()
# Media that carry what a source says, after which nothing of the saying itself follows.
MEDIA = """
facebook telegram twitter x statement post update report briefing channel website page message bulletin interview
""".split()
GENERIC_SOURCES = """
ministry military army officials official group statement report spokesman spokeswoman spokesperson agency
organisation organization
general president minister commander governor authorities government police monitor observatory data figures
organisations organizations think tank groups institute country news digest officer post message department
office secretary chief leader admiral service authority outlet unit magazine tabloid broadcaster channel movement
""".split()
OUTLETS = """
BBC|CNN|Reuters|AFP|AP|Associated Press|The Associated Press|Agence France-Presse|Al Jazeera|Sky News|NBC|
NBC News|CBS|CBS News|ABC|ABC News|Fox News|The Guardian|
The New York Times|New York Times|NYT|The Washington Post|Washington Post|Wall Street Journal|
The Wall Street Journal|WSJ|Financial Times|The Times|The Economist|
The Telegraph|Daily Mail|The Sun|The Independent|Politico|Bloomberg|Axios|TASS|RIA Novosti|RIA|Interfax|
Ukrinform|Kyiv Independent|Ukrainska Pravda|Anadolu|Anadolu Agency|
Deutsche Welle|DW|Le Monde|France 24|RT|Sputnik|Newsweek|The Moscow Times|Meduza|Mediazona|Radio Free Europe|
RFE/RL|NPR|PBS|USA Today|Haaretz|Times of Israel|
Press Association|Der Spiegel|Bild|El Pais|Kyodo|Xinhua|Telegram|Twitter|X|Facebook|reporters|journalists|
lawmakers|parliament|Congress|state television|state TV|state media
""".replace("\n", "")
# Outlets and institutions that speak for one country's side, by parts of their names.
OUTLETS_BY_COUNTRY = {
    "Ukraine": (
        "ukrin",
        "kyiv",
        "ukrain",
        "united24",
        "mil.gov.ua",
        "unian",
        "euromaidan",
        "hromadske",
        "censor.net",
        "zsu",
    ),
    "Russia": ("russian state", "tass", "ria novosti", "sputnik", "russia today", "mil.ru", "rt.com", "izvestia"),
}
# Outlets that write of their own country unless they name another, by parts of their names.
NATIONAL = {
    "Sri Lanka": ("lanka", "colombo", "tamilnet"),
    "Israel": ("haaretz", "times of israel", "jerusalem post", "ynet", "i24", "israel hayom", "channel 12"),
    "India": ("the hindu", "times of india", "hindustan times", "ndtv", "indian express", "india today", "ani news"),
    "Pakistan": ("dawn", "express tribune", "geo news", "the news international", "pakistan today"),
    "Nigeria": ("daily trust", "vanguard", "premium times", "punch", "humangle", "guardian nigeria", "thisday"),
    "Myanmar": ("irrawaddy", "myanmar now", "mizzima", "democratic voice of burma", "frontier myanmar"),
    "Sudan": ("sudan tribune", "dabanga", "sudan war monitor"),
    "Ethiopia": ("addis standard", "the reporter ethiopia"),
    "Somalia": ("garowe", "hiiraan", "shabelle"),
    "Turkey": ("anadolu", "daily sabah", "hurriyet", "trt"),
    "Afghanistan": ("tolo", "khaama", "pajhwok", "amu tv"),
    "Iraq": ("iraqi news", "shafaq"),
    "Armenia": ("armenpress", "civilnet", "news.am"),
    "Azerbaijan": ("azertac", "trend news"),
    "Philippines": ("rappler", "philippine star", "inquirer.net", "manila times"),
    "Colombia": ("el tiempo", "el espectador", "colombia reports"),
    "Lebanon": ("l'orient", "naharnet", "daily star lebanon"),
    "Kenya": ("daily nation", "the standard kenya"),
}
# Outlets by the country whose offices they mean by "the army" or "the Ministry of Defence", by parts of their names.
HOME = {
    "United Kingdom": (
        "bbc",
        "sky news",
        "guardian",
        "telegraph",
        "daily mail",
        "the sun",
        "the times",
        "independent",
        "mirror",
        "express",
        "forces news",
        "itv",
        "evening standard",
        "gov.uk",
    ),
} | NATIONAL
# Nouns of a group or a text that the next sentence takes up without naming it: "the outlets found".
TAKEN_UP = """
    statement report update bulletin assessment study tally group post message organisation organization agency
    organisations organizations tank groups
    institute outlet outlets newspaper newspapers paper magazine tabloid broadcaster channel
    monitor monitors analysts researchers authors
""".split()
# Kinds of source: each word of a line may stand for any other of it.
KINDS = """
military army forces command idf
official officials
authority authorities
spokesman spokeswoman spokesperson
prosecutor prosecutors
minister secretary
brigade battalion regiment unit corps division company squad
magazine newspaper paper tabloid outlet broadcaster channel
group movement organisation organization
think-tank tank institute institution center centre
"""
# Who is a person by the word for an office.
PERSON = """
    president minister spokesman spokeswoman spokesperson general admiral colonel chief secretary adviser
    advisor commander governor mayor ambassador leader premier chancellor senator lawmaker professor doctor captain
    sergeant lieutenant major brigadier marshal soldier officer analyst expert director envoy king prince commissioner
    sheriff judge economist author infantryman serviceman doctor medic surgeon priest bishop
""".split()
# Words that tie a partner to a source named before: "the agency and its partners".
OWNING = "its their his her other others".split()
