"""Words that tell war from accident and crime, and what a person count without a loss is about."""

WAR = """
war|casualty|opened fire|open fire|exchange of fire|exchanges of fire|crossfire|
firefight|security operation|israeli forces|israeli troops|security forces|government forces|russian forces|
ukrainian forces|occupation forces|
wars|attack|attacks|attacked|rsf|fsb|martyr|martyrs|explosives|detonated|invasion|invaded|offensive|
counteroffensive|counter-offensive|battle|battles|battlefield|battlefields|frontline|front line|front lines|
frontlines|combat|fighting|clash|clashes|
airstrike|airstrikes|air strike|air strikes|strike|strikes|shelling|shelled|bombardment|bombing|bombings|
bombed|missile|missiles|rocket|rockets|drone|drones|artillery|mortar|
troops|soldier|soldiers|militants|militant|insurgents|insurgent|rebels|rebel|militia|militias|army|military|
armed forces|jihadist|jihadists|jihadi|jihadis|extremists|
conflict|conflicts|civilian|civilians|ceasefire|truce|siege|raid|raids|ambush|ambushed|hamas|hezbollah|
taliban|islamic state|isis|al-qaeda|al-shabab|al-shabaab|boko haram|houthi|houthis|genocide|massacre|
suicide bomber|suicide bombers|suicide bombing|suicide bombings|
suicide attack|car bomb|terrorist|terrorists|terror attack|terrorist attack|
gunmen|fighters|fighter|warplane|warplanes|incursion|hostilities|coup|junta|paramilitary|paramilitaries|
occupation|occupied|separatist|separatists|wagner|mercenaries|peacekeepers|landmine|land mine|mine explosion|
ied|roadside bomb|roadside bombs|explosive device|grenade|front|hostage|hostages|casualties|
enemy|military operation|special military operation|uprising|insurgency|crackdown|martyred|airbase|warship|
barrage|barrages|shell|shells|bomb|bombs|defense force|defence force|peacekeeping|
brigade|battalion|regiment|defense forces|defence forces|gaza|
jets|fighter jets|coalition|gunfire|barracks|peacekeeper|captivity|prisoners of war|prisoner of war|mass grave|
mass graves|armed group|armed groups|armed men|air raid|air raids|militiamen|gunship|gunships|sniper|snipers|
trench|trenches|war crimes|war dead|liberation army|serviceman|commandos|paratroopers|marines|loyalists|
dissidents|infantry|cluster munitions|mines|
""".replace("\n", "")
CALAMITY = """
natural causes|heart attack|heart attacks|old age|
earthquake|earthquakes|quake|quakes|tremor|tremors|aftershock|aftershocks|tsunami|flood|floods|flooding|
flash floods|hurricane|
typhoon|cyclone|tornado|tornadoes|storm|storms|landslide|landslides|mudslide|avalanche|
wildfire|wildfires|fire at|fire in|blaze|house fire|fire broke out|fire tore|fire swept|inferno|heatwave|
heat wave|drought|famine|monsoon|volcano|volcanic|lightning|
crash|crashed|crashes|collided|collision|derailed|derailment|capsized|capsizing|shipwreck|sank off|boat sank|
ferry|bus plunged|plunged|truck overturned|overturned|road accident|accident|accidents|
plane crash|pile-up|stampede|crush|crowd crush|collapse of a building|building collapse|bridge collapse|
dam collapse|dam burst|mine collapse|coal mine|mine disaster|gas leak|gas explosion|
boiler explosion|factory explosion|fireworks|covid|covid-19|coronavirus|pandemic|epidemic|outbreak|virus|
cholera|ebola|malaria|measles|influenza|flu|disease|cancer|poisoned|bootleg|alcohol|
overdose|overdoses|opioid|fentanyl|suicides|traffic deaths|migrants drowned|drowned|drowning|hypothermia|
malnutrition|hajj|
hiv|hiv/aids|tuberculosis|dengue|heatstroke|heat stroke|extreme heat|cold snap|collide|collides|colliding|
catches fire|runs aground|ran aground|shipwrecks|capsizes|capsize|sinks off|migrant boat|dinghy|
plant explosion|blast at a chemical|refinery explosion|
fireworks factory|explosives plant|methane|carbon monoxide|food poisoning|methanol|avalanches|cloudburst|
train crash|car crash|bus crash|helicopter crash|smuggling boat|drug overdoses|drug deaths|drug-related|
training flight|training flights|training exercise|training exercises|training mission|training accident|
training crash|training drill|training jump|routine training|during training|stormy weather|bad weather|poor visibility|
freight train|level crossing|train slammed into|train crashed|trains collided|
crash-landed|crash landing|mid-air|midair|engine failure|mechanical failure|technical fault|
road deaths|road crashes|snakebite|earth tremor|mudslides|landslides
""".replace("\n", "")
# Words of sport alone: two of them, and more than of blows, make a sentence one about a game.
GAMES = """
half-time|halftime|half time|cup tie|this season|last season|two defeats|defeats and|unbeaten|fans|standings|
kick-off|kickoff|full-time|extra time|stoppage time|injury time|striker|strikers|
midfielder|
midfielders|goalkeeper|goalkeepers|players|took the ice|third period|overtime|
left-back|right-back|centre-back|winger|coach|head coach|referee|referees|
set pieces|set piece|own goal|own goals|penalty shoot-out|penalty shootout|free kick|red card|yellow card|offside|
quarter-final|quarter-finals|quarterfinal|quarterfinals|semi-final|semi-finals|semifinal|semifinals|knockout stage|
group stage|play-off|play-offs|playoff|playoffs|qualifier|qualifiers|world cup|champions league|premier league|
europa league|nations league|league title|relegation|touchdown|touchdowns|quarterback|linebacker|inning|innings|wicket|
wickets|batsman|batsmen|bowler|bowlers|scoreline|substitute|substitutes|hat-trick|tournament|championship|grand slam|
tie-break|set point|match point|pitcher|home run|home runs|grand prix|pit stop|puck|goaltender|scrum|fly-half|
world championship|chessboard|grandmaster|pawn|pawns|bishop and|knight and|checkmate
""".replace("\n", "")
CRIME = """
mass shooting|school shooting|gunman opened fire at|shooting at|stabbing|stabbed|knife attack|homicide|
homicides|murders|murder rate|gang|gangs|cartel|cartels|drug war|prison riot|jail riot|serial killer|
robbery|domestic violence|
shot by police|drug raid|traffic stop|police shot|inmates|prison fight|
police shootings|police killings|killed by police|shot dead by police|
femicide|femicides|police shooting|manslaughter|lynching|lynched|nightclub|drive-by
""".replace("\n", "")
# What is said of people who are counted but not lost.
MOVED = """
    displaced evacuated fled flee fleeing evacuate displacing displacement refugees homeless relocated
    sheltering evacuation returned uprooted
""".split()
HELD = """
arrested detained jailed imprisoned sentenced charged convicted freed released exchanged swapped exchange swap
repatriated prisoner-exchange deported abducted
kidnapped indicted interned released
""".split()
# Words that tell a blow of war, whatever else a sentence holds.
STRUCK = """
opened fire|open fire|exchange of fire|exchanges of fire|crossfire|firefight|gunmen|shot dead by israeli|
strike|strikes|airstrike|airstrikes|attack|attacks|attacked|shelling|shelled|bombing|bombings|bombardment|
missile|missiles|drone|drones|rocket|rockets|shot down|ambush|clashes|fighting|
offensive|counteroffensive|raid|raids|suicide bomber|suicide bombing|gunfire|war|battle|invasion|combat|
casualties|artillery|mortar|militants|insurgents|shells|airstrikes|bomb|bombs|genocide
""".replace("\n", "")
