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
determined pointed compiled collected found learned obtained gave give gives giving
""".split()
# "claimed" and "reported" also take the figure as an object; these never name a speaker when passive.
PASSIVE_SAYING = "reported believed estimated said confirmed recorded documented identified verified counted".split()
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
database updates update documents document briefing post broadcaster channel channels leader leaders deputy
director head
crescent cross command embassy envoy junta administration white-house pentagon kremlin un
diplomat diplomats nato taliban hamas hezbollah defence defense prosecutor prosecutors think-tank ombudsman
minister organisations organizations think tank digest premier chairman operator king emir sheikh
""".split()
PRONOUNS = "he she it they who we i".split()
GENERIC_SOURCES = """
ministry military army officials official group statement report spokesman spokeswoman spokesperson agency
organisation organization
general president minister commander governor authorities government police monitor observatory data figures
organisations organizations think tank groups institute country news digest officer post message department
office secretary chief leader admiral service authority outlet
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
    "Russia": ("tass", "ria novosti", "sputnik", "russia today", "mil.ru", "rt.com", "izvestia"),
}
