"""Nouns for those who suffer losses: soldiers of every kind, and people who are none."""

PERSONNEL = """
soldier soldiers troop troops serviceman servicemen servicewoman servicewomen servicemember servicemembers
service-member service-members personnel military-personnel fighter fighters combatant combatants militant
militants
insurgent insurgents rebel rebels gunman gunmen jihadi jihadis jihadist jihadists mercenary mercenaries
conscript conscripts
reservist reservists recruit recruits marine marines paratrooper paratroopers commando commandos officer
officers
general generals commander commanders pilot pilots airman airmen sailor sailors seaman crew crewman crewmen
warrior warriors guerrilla
guerrillas guerilla guerillas militiaman militiamen militia extremist extremists separatist separatists
peacekeeper
peacekeepers militiamembers cadet cadets trooper troopers infantryman
infantrymen infantry guardsman guardsmen contractor contractors volunteer-fighters terrorist terrorists
operative operatives
policeman policemen sniper snipers tankers lieutenant colonel colonels major captain sergeant sergeants
assassin
legionnaire legionnaires peshmerga attackers assailants assailant attacker bandits combat-troops ground-troops
special-forces soldats
service-personnel army-men armymen jawan jawans gendarme gendarmes border-guards border-guard security-forces
security-personnel
suicide-bombers houthis talibs kamikazes stormtroopers convicts military-men militaries
    terrorist-elements militant-elements enemy-elements regime-elements hostile-elements
fighters-and-mercenaries
servicepeople defenders volunteers draftees contract-soldiers enlisted occupation-troops special-operators
al-shabaab-militants comrades bodyguards guards regulars paramilitary paramilitaries guardsmen partisans
artillerymen
loyalist loyalists dissident dissidents nationalists saboteur saboteurs vigilante vigilantes ranger rangers
mujahideen mujahedeen mujahidin fedayeen tankmen tankists gunner gunners aviator aviators grenadiers fusiliers
legionaries sapper sappers deminers corporal corporals captains majors lieutenants cops constable constables cadres
auxiliaries tribal-fighters foreign-fighters infiltrators neo-nazis guns-for-hire airborne-troops
recruited-prisoners prison-recruits ex-prisoners convict-soldiers
crew-members crew-member prisoner-soldiers marauders orcs riflemen wagnerites janjaweed irregulars tank-crews
ratings submariners heroes
""".split()
CIVILIANS = """
civilian civilians people person persons child children kid kids baby babies infant infants toddler woman
women girl girls boy boys
resident residents villager villagers man men journalist journalists reporter medic medics paramedic
paramedics doctor doctors nurse nurses
worker workers aid-workers aid-worker humanitarian-workers rescuer rescuers worshipper worshippers student
students pupil pupils
teacher teachers passenger passengers refugee refugees protester protesters protestor protestors demonstrator
demonstrators
hostages inhabitants non-combatants noncombatants bystander bystanders pedestrians shoppers employee employees
minor minors
teenager teenagers citizen citizens
peaceful-citizens peaceful-residents peaceful-civilians national nationals
patient patients health-workers victim victims
family-members family members relatives daughter daughters son sons mother mothers brother brothers sister
sisters
firefighter firefighters farmer farmers fisherman fishermen pilgrims tourist tourists foreigners adults adult
adolescents youths youth
settler settlers souls human-beings males females elderly drivers driver rescue-workers emergency-workers
schoolchildren schoolgirls humans volunteers-and-medics first-responders responders media-workers
mourners staffers miner miners monk monks nun nuns priests clergyman clergymen trader traders
vendor vendors merchant merchants shopkeeper shopkeepers shepherd shepherds herder herders herdsman herdsmen
councillors councilors politicians peasant peasants labourer labourers laborer laborers
builder builders engineer engineers technician technicians artist artists singer singers athlete athletes footballer
footballers tribesman tribesmen commuter commuters motorist motorists traveller travellers traveler travelers
migrant
migrants asylum-seekers guest guests customer customers spectator spectators concertgoers partygoers festival-goers
revellers revelers churchgoers parishioners couple couples sibling siblings cousin cousins nephew nephews niece
nieces
grandchild grandchildren grandparents grandmother grandfather parent parents father fathers husband husbands wife
wives
widow widows pensioner pensioners retiree retirees photographer photographers cameraman cameramen surgeon surgeons
midwife midwives lecturer lecturers professors scholar scholars imams clerics cook cooks baker
bakers fisherfolk activists campaigner campaigners aid-workers aid-worker charity-workers relief-workers
rescue-worker paediatricians newborn newborns schoolboy schoolboys schoolgirl schoolchild orphan orphans captives
truckers taxi-driver bus-driver drivers locals townspeople farmhands farmworkers electricians plumbers
leaders chiefs elders dignitaries notables passer-by passers-by passersby passerby porter porters hunter hunters
logger loggers fisher fishers carpenter carpenters mechanic mechanics
welders linemen cleaner cleaners gardener gardeners postmen mayor mayors lawmaker lawmakers judge judges lawyer
lawyers
musician musicians academics diplomat diplomats consul
""".split()
