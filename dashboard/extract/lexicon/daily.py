"""Category names of the General Staff's daily list, and its sentences in Ukrainian and Russian."""

from dashboard.extract.lexicon.equipment import EQUIPMENT

_PERSONNEL = (
    "personnel|military personnel|troops|soldiers|manpower|servicemen|особового складу|особовий склад|"
    "личного состава|личный состав|живої сили"
)
_OTHER = {
    "tanks": "танків|танки|танков",
    "armoured_vehicles": (
        "бойових броньованих машин|бойові броньовані машини|ббм|боевых бронированных машин|"
        "боевые бронированные машины|armored combat vehicle|armoured combat vehicle|apvs|afv|acv|troop-carrying afvs"
    ),
    "artillery": (
        "артсистем|артсистеми|артсистемы|артилерійських систем|артилерійські системи|артиллерийских систем|"
        "артиллерийские системы"
    ),
    "multiple_rocket_launchers": "рсзв|рсзо|multiple launch rocket system",
    "air_defence": (
        "ппо|пво|засобів ппо|засоби ппо|засобів протиповітряної оборони|"
        "средств пво|средства пво|air defence system|air defense system|anti-aircraft|"
        "air defence|air defense"
    ),
    "aircraft": "літаків|літаки|самолетов|самолёты|самолеты|самолётов|fixed-wing aircraft|warplanes",
    "helicopters": "гелікоптерів|гелікоптери|вертолетов|вертолёты|вертолеты|вертолётов",
    "drones": (
        "бпла оперативно-тактичного рівня|бпла|бпла оперативно-тактического уровня|безпілотників|"
        "uav operational-tactical|operational and tactical uavs|unmanned aerial vehicle"
    ),
    "cruise_missiles": "крилаті ракети|крилатих ракет|крылатые ракеты|крылатых ракет",
    "ships": (
        "кораблі/катери|кораблі / катери|кораблі /катери|кораблів/катерів|корабли/катера|корабли / катера|"
        "warships /boats|ships / boats|warships|boats"
    ),
    "submarines": "підводні човни|підводних човнів|подводные лодки|подводных лодок",
    "vehicles_and_fuel_tanks": (
        "автомобільної техніки та автоцистерн|автомобільна техніка та автоцистерни|"
        "автомобильной техники и автоцистерн|автомобильная техника и автоцистерны|автомобільної техніки|"
        "vehicles & fuel tanks|vehicles and tankers|vehicles and fuel tank"
    ),
    "special_equipment": (
        "спеціальна техніка|спеціальної техніки|специальная техника|специальной техники|special vehicles"
    ),
    "ground_robots": (
        "наземних робототехнічних комплексів|наземні робототехнічні комплекси|наземних роботизованих комплексів|"
        "наземных робототехнических комплексов|ground robotic system"
    ),
}
CATEGORIES: dict[str, str] = (
    EQUIPMENT
    | dict.fromkeys(_PERSONNEL.split("|"), "personnel")
    | {name: category for category, names in _OTHER.items() for name in names.split("|")}
)
HEADER = (
    r"(?:(?:total|estimated|general|combat|approximate) ){0,5}losses of (?:the )?(?:enemy|russian|russia)[^\n]{0,60}"
    r"|enemy'?s? (?:combat )?losses|russia'?n?s? (?:combat |military )?losses (?:in ukraine )?(?:as of|from)"
    r"|(?:загальні |орієнтовні )?(?:бойові )?втрати (?:противника|ворога|росіян|рф|окупантів|російських)"
    r"|(?:общие )?(?:боевые )?потери (?:противника|врага|рф|россиян|российск)"
)
