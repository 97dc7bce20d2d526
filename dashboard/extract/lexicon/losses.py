"""Words for losses, for those who suffer them and for what is counted, each group one word class of the grammar."""

KILLED, WOUNDED, MISSING, CAPTURED = "killed", "wounded", "missing", "captured"

# Participles and adjectives that stand after "were", after a noun, or (most of them) before an object.
PARTICIPLES: dict[str, tuple[str, ...]] = {
    "killed": (KILLED,),
    "slain": (KILLED,),
    "slaughtered": (KILLED,),
    "massacred": (KILLED,),
    "martyred": (KILLED,),
    "murdered": (KILLED,),
    "executed": (KILLED,),
    "dead": (KILLED,),
    "deceased": (KILLED,),
    "kia": (KILLED,),
    "killed in action": (KILLED,),
    "wounded in action": (WOUNDED,),
    "shot dead": (KILLED,),
    "gunned down": (KILLED,),
    "beheaded": (KILLED,),
    "buried": (KILLED,),
    "eliminated": (),
    "liquidated": (),
    "neutralised": (),
    "neutralized": (),
    "incapacitated": (),
    "disabled": (WOUNDED,),
    "out of action": (),
    "put out of action": (),
    "taken out of action": (),
    "knocked out of action": (),
    "hors de combat": (),
    "wiped out": (),
    "wounded": (WOUNDED,),
    "injured": (WOUNDED,),
    "hurt": (WOUNDED,),
    "maimed": (WOUNDED,),
    "wia": (WOUNDED,),
    "missing": (MISSING,),
    "missing in action": (MISSING,),
    "mia": (MISSING,),
    "unaccounted for": (MISSING,),
    "captured": (CAPTURED,),
    "taken prisoner": (CAPTURED,),
    "taken prisoners": (CAPTURED,),
    "taken captive": (CAPTURED,),
    "taken hostage": (CAPTURED,),
    "prisoner": (CAPTURED,),
    "hostage": (CAPTURED,),
    "captive": (CAPTURED,),
    "laid down their arms": (CAPTURED,),
    "surrendered": (CAPTURED,),
    "held captive": (CAPTURED,),
    "held prisoner": (CAPTURED,),
    "held in captivity": (CAPTURED,),
    "held as prisoners": (CAPTURED,),
    "in captivity": (CAPTURED,),
    "taken into captivity": (CAPTURED,),
    "captured alive": (CAPTURED,),
    "hospitalised": (WOUNDED,),
    "hospitalized": (WOUNDED,),
    "crippled": (WOUNDED,),
    "annihilated": (),
    "as missing": (MISSING,),
    "as dead": (KILLED,),
    "as killed": (KILLED,),
    "as prisoners of war": (CAPTURED,),
    "in russian captivity": (CAPTURED,),
    "in ukrainian captivity": (CAPTURED,),
    "in enemy captivity": (CAPTURED,),
    "in israeli captivity": (CAPTURED,),
    "in hamas captivity": (CAPTURED,),
}
# Verbs that govern the number to their right.
ACTIVE_VERBS: dict[str, tuple[str, ...]] = {
    "kill": (KILLED,),
    "kills": (KILLED,),
    "killing": (KILLED,),
    "slay": (KILLED,),
    "slaying": (KILLED,),
    "massacre": (KILLED,),
    "massacring": (KILLED,),
    "slaughtering": (KILLED,),
    "murdering": (KILLED,),
    "executing": (KILLED,),
    "shooting dead": (KILLED,),
    "claim the lives of": (KILLED,),
    "claimed the lives of": (KILLED,),
    "claiming the lives of": (KILLED,),
    "took the lives of": (KILLED,),
    "taken the lives of": (KILLED,),
    "taking the lives of": (KILLED,),
    "cost the lives of": (KILLED,),
    "killing of": (KILLED,),
    "killings of": (KILLED,),
    "death of": (KILLED,),
    "deaths of": (KILLED,),
    "loss of": (),
    "destruction of": (),
    "mourn": (KILLED,),
    "buries": (KILLED,),
    "wound": (WOUNDED,),
    "wounds": (WOUNDED,),
    "wounding": (WOUNDED,),
    "wounding of": (WOUNDED,),
    "injure": (WOUNDED,),
    "injures": (WOUNDED,),
    "injuring": (WOUNDED,),
    "maiming": (WOUNDED,),
    "capture": (CAPTURED,),
    "captures": (CAPTURED,),
    "capturing": (CAPTURED,),
    "capture of": (CAPTURED,),
    "eliminate": (),
    "eliminating": (),
    "eliminates": (),
    "liquidate": (),
    "liquidating": (),
    "neutralise": (),
    "neutralising": (),
    "neutralize": (),
    "neutralizing": (),
    "wiping out": (),
    "wipe out": (),
    "wipes out": (),
}
DESTROY_VERBS = (
    "destroyed destroy destroys destroying knocked-out damaged downed downing sank sunk seized shot-down "
    "shoots-down shooting-down shot took-out take-out"
).split()
LOSE_VERBS = "lost lose loses losing".split()
DIE_VERBS = "died die dies dying perished perish perishing succumbed fell fallen".split()
# Nouns that count a loss.
NOUNS: dict[str, tuple[str, ...]] = {
    "casualties": (),
    "casualty": (),
    "causalities": (),
    "losses": (),
    "loss": (),
    "toll": (KILLED,),
    "casualty toll": (),
    "casualty figure": (),
    "casualty figures": (),
    "casualty count": (),
    "casualty rate": (),
    "casualty rates": (),
    "death toll": (KILLED,),
    "death count": (KILLED,),
    "body count": (KILLED,),
    "war dead": (KILLED,),
    "death": (KILLED,),
    "deaths": (KILLED,),
    "fatality": (KILLED,),
    "fatalities": (KILLED,),
    "killings": (KILLED,),
    "dead": (KILLED,),
    "fallen soldiers": (KILLED,),
    "martyrs": (KILLED,),
    "injuries": (WOUNDED,),
    "wounded": (WOUNDED,),
    "injured": (WOUNDED,),
    "killed-in-action": (KILLED,),
    "obituaries": (KILLED,),
    "prisoners of war": (CAPTURED,),
    "pows": (CAPTURED,),
    "irreversible losses": (KILLED,),
    "irrecoverable losses": (KILLED,),
    "sanitary losses": (WOUNDED,),
    "lives": (KILLED,),
}
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
suicide-bombers houthis talibs kamikazes stormtroopers mobilised mobilized convicts military-men
fighters-and-mercenaries
servicepeople defenders volunteers draftees contract-soldiers enlisted occupation-troops special-operators
al-shabaab-militants comrades bodyguards guards regulars paramilitary paramilitaries guardsmen partisans artillerymen
marauders orcs riflemen wagnerites janjaweed irregulars tank-crews ratings submariners
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
teenager teenagers citizen citizens national nationals patient patients health-workers victim victims
family-members family members relatives daughter daughters son sons mother mothers brother brothers sister
sisters
firefighter firefighters farmer farmers fisherman fishermen pilgrims tourist tourists foreigners adults adult
adolescents youths youth
settler settlers souls human-beings males females elderly drivers driver rescue-workers emergency-workers
schoolchildren schoolgirls humans volunteers-and-medics first-responders responders media-workers
militia-and-civilians mourners
""".split()
EQUIPMENT: dict[str, str] = {
    "tank": "tanks",
    "tanks": "tanks",
    "main battle tanks": "tanks",
    "battle tanks": "tanks",
    "armoured vehicles": "armoured_vehicles",
    "armored vehicles": "armoured_vehicles",
    "armoured fighting vehicles": "armoured_vehicles",
    "armored fighting vehicles": "armoured_vehicles",
    "armoured combat vehicles": "armoured_vehicles",
    "armored combat vehicles": "armoured_vehicles",
    "armoured personnel vehicles": "armoured_vehicles",
    "armoured personnel carriers": "armoured_vehicles",
    "armored personnel carriers": "armoured_vehicles",
    "infantry fighting vehicles": "armoured_vehicles",
    "fighting vehicles": "armoured_vehicles",
    "troop-carrying afvs": "armoured_vehicles",
    "afvs": "armoured_vehicles",
    "apv": "armoured_vehicles",
    "apvs": "armoured_vehicles",
    "apc": "armoured_vehicles",
    "apcs": "armoured_vehicles",
    "ifvs": "armoured_vehicles",
    "acvs": "armoured_vehicles",
    "bbm": "armoured_vehicles",
    "artillery": "artillery",
    "artillery systems": "artillery",
    "artillery pieces": "artillery",
    "artillery system": "artillery",
    "howitzers": "artillery",
    "guns": "artillery",
    "mlrs": "multiple_rocket_launchers",
    "multiple launch rocket systems": "multiple_rocket_launchers",
    "multiple-launch rocket systems": "multiple_rocket_launchers",
    "multiple rocket launchers": "multiple_rocket_launchers",
    "rocket launchers": "multiple_rocket_launchers",
    "rocket systems": "multiple_rocket_launchers",
    "anti-aircraft warfare systems": "air_defence",
    "anti-aircraft warfare": "air_defence",
    "anti-aircraft systems": "air_defence",
    "anti-aircraft missile systems": "air_defence",
    "air defence systems": "air_defence",
    "air defense systems": "air_defence",
    "air defence means": "air_defence",
    "aircraft": "aircraft",
    "planes": "aircraft",
    "plane": "aircraft",
    "airplanes": "aircraft",
    "warplanes": "aircraft",
    "warplane": "aircraft",
    "jets": "aircraft",
    "fighter jets": "aircraft",
    "bombers": "aircraft",
    "military planes": "aircraft",
    "helicopter": "helicopters",
    "helicopters": "helicopters",
    "uav": "drones",
    "uavs": "drones",
    "drone": "drones",
    "drones": "drones",
    "unmanned aerial vehicles": "drones",
    "uav operational-tactical level": "drones",
    "operational-tactical uavs": "drones",
    "operational-tactical-level uavs": "drones",
    "cruise missile": "cruise_missiles",
    "cruise missiles": "cruise_missiles",
    "missiles": "cruise_missiles",
    "warship": "ships",
    "warships": "ships",
    "ships": "ships",
    "boats": "ships",
    "naval vessels": "ships",
    "vessels": "ships",
    "warships/boats": "ships",
    "cutters": "ships",
    "boats / cutters": "ships",
    "boats/cutters": "ships",
    "warships / boats": "ships",
    "ships and boats": "ships",
    "ships/boats": "ships",
    "warships and boats": "ships",
    "warships and cutters": "ships",
    "submarine": "submarines",
    "submarines": "submarines",
    "vehicles and fuel tanks": "vehicles_and_fuel_tanks",
    "vehicles and fuel tankers": "vehicles_and_fuel_tanks",
    "vehicle and fuel tank": "vehicles_and_fuel_tanks",
    "automotive equipment and fuel tanks": "vehicles_and_fuel_tanks",
    "motor vehicles and fuel tankers": "vehicles_and_fuel_tanks",
    "trucks and fuel tankers": "vehicles_and_fuel_tanks",
    "vehicles": "vehicles_and_fuel_tanks",
    "military vehicles": "vehicles_and_fuel_tanks",
    "trucks": "vehicles_and_fuel_tanks",
    "fuel tanks": "fuel_tanks",
    "fuel tankers": "fuel_tanks",
    "tank trucks": "fuel_tanks",
    "special equipment": "special_equipment",
    "special equipment units": "special_equipment",
    "pieces of equipment": "special_equipment",
    "equipment": "special_equipment",
    "hardware": "special_equipment",
    "ground robotic systems": "ground_robots",
    "ground robotic complexes": "ground_robots",
    "ground robots": "ground_robots",
    "military auto": "military_auto",
    "mobile srbm system": "ballistic_missile_systems",
    "mobile srbm systems": "ballistic_missile_systems",
    "ballistic missile systems": "ballistic_missile_systems",
}
