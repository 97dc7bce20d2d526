"""Towns and regions by the country whose people live there, so that the dead of a strike are told by where it fell."""

# Places and bodies of an army, by which a blow is known to have fallen on soldiers.
BASES = frozenset(
    """
        barracks base bases camp camps column columns convoy convoys position positions brigade brigades battalion
        battalions regiment regiments unit units company headquarters post posts outpost outposts checkpoint checkpoints
        airfield airfields airbase airbases trench trenches garrison garrisons depot depots division squad platoon
        command army navy fleet warship frigate forces troops military bunker dugout fortification stronghold
    """.split()
)
# Places of daily life, where those killed are no soldiers.
CIVIL_PLACES = frozenset(
    """
        hospital hospitals clinic clinics school schools kindergarten university college market markets mall supermarket
        shop shops bakery church mosque monastery temple synagogue cathedral apartment apartments flat flats house
        houses home homes residential dormitory hotel cafe restaurant theatre theater station train trains bus buses
        minibus tram car cars bridge street streets square village villages hamlet settlement neighbourhood
        neighborhood playground park farm farms cemetery funeral wedding shelter shelters ambulance ambulances queue
        library museum cinema embassy prison orphanage maternity ferry block tower towers
    """.split()
)
_BY_COUNTRY = {
    "Ukraine": """
        kharkiv kharkov odesa odessa dnipro dnipropetrovsk zaporizhzhia zaporizhia kherson mykolaiv mariupol donetsk
        luhansk lugansk donbas donbass bakhmut avdiivka kramatorsk sloviansk pokrovsk kupiansk izium izyum bucha
        irpin chernihiv sumy poltava vinnytsia lviv lutsk rivne zhytomyr ternopil kryvyi-rih kremenchuk vuhledar
        toretsk chasiv-yar lyman kostiantynivka konstantinovka nikopol hroza kakhovka enerhodar crimea debaltseve
        ilovaisk makiivka horlivka olenivka cherkasy uman khmelnytskyi sievierodonetsk lysychansk popasna soledar
        volnovakha melitopol berdiansk huliaipole orikhiv selydove myrnohrad kyiv-region kurakhove
    """,
    "Russia": """
        belgorod kursk bryansk voronezh rostov krasnodar sevastopol-naval engels saratov taganrog novorossiysk tver
        crocus st-petersburg sudzha shebekino lipetsk tula ryazan kaluga izhevsk kazan dagestan beslan ingushetia
        makhachkala lgov smolensk
    """,
    "Palestinians": """
        rafah khan-younis khan-yunis jabalia jabaliya deir-al-balah nuseirat beit-lahia beit-hanoun al-shifa jenin
        tulkarem nablus hebron enclave ramallah al-mawasi maghazi bureij shujaiya zeitoun
    """,
    "Israel": "sderot ashkelon haifa jerusalem be'eri kfar-aza nova re'im majdal-shams beersheba metula",
    "Lebanon": "tyre sidon nabatieh baalbek bekaa dahiyeh",
    "Syria": """
        aleppo idlib homs hama deir-ez-zor raqqa ghouta kobani latakia tartus daraa sweida suwayda manbij afrin
        palmyra douma
    """,
    "Iraq": "mosul fallujah basra kirkuk ramadi tikrit sinjar karbala najaf diyala anbar",
    "Afghanistan": """
        kandahar herat helmand kunduz nangarhar jalalabad ghazni mazar-i-sharif khost paktia paktika zabul
        lashkar-gah
    """,
    "Yemen": "aden hodeidah taiz marib saada sana'a",
    "Sudan": """
        el-fasher al-fashir el-geneina omdurman nyala gezira wad-madani zamzam el-obeid kordofan port-sudan
    """,
    "Ethiopia": "amhara oromia",
    "Tigray": "mekelle axum",
    "Nigeria": "borno maiduguri zamfara kaduna katsina plateau benue yobe adamawa",
    "Somalia": "kismayo beledweyne jubaland",
    "Mali": "timbuktu gao kidal mopti moura tinzaouaten",
    "Burkina Faso": "barsalogho djibo solhan",
    "Congo": "bukavu ituri beni kivu bunia",
    "Pakistan": "peshawar quetta balochistan karachi lahore waziristan khyber punjab",
    "Kashmir": "pulwama srinagar pahalgam uri jammu poonch",
    "Myanmar": "sagaing rakhine shan kachin mandalay chin-state kayah",
    "Azerbaijan": "ganja barda terter",
    "Iran": "isfahan natanz kerman shiraz",
    "Colombia": "cauca",
    "Mozambique": "palma",
    "Libya": "benghazi misrata sirte",
    "India": "mumbai chhattisgarh manipur",
    "Turkey": "istanbul diyarbakir",
    "France": "bataclan nice",
}
# More towns and regions, by country.
_FURTHER = {
    "Ukraine": """
        zolochiv vovchansk velyka-novosilka myropillia okhtarsk konotop shostka hlukhiv bila-tserkva romny chuhuiv
        balakliia sviatohirsk siversk druzhkivka dobropillia krasnohorivka makiyivka starobilsk rubizhne mykolayiv
        kherson-region uzhhorod ivano-frankivsk
    """,
    "Russia": """
        bashkortostan tatarstan chelyabinsk samara volgograd vladivostok primorye buryatia murmansk yaroslavl
        orenburg penza orsk astrakhan stavropol ulan-ude khabarovsk pskov novgorod oryol tambov nizhny-novgorod
        ryazan krasnoyarsk grayvoron yelabuga tuapse syzran kerch-strait
    """,
    "Palestinians": "gaza-city beit-lahiya beit-hanoon al-bureij al-maghazi nuseirat-camp tel-al-sultan",
    "Israel": "eilat netivot ofakim nir-oz kiryat-shmona holon bat-yam rehovot",
    "Lebanon": "nabatiyeh bint-jbeil marjayoun khiam naqoura",
    "Syria": "quneitra suweida hasakah qamishli jableh banias jisr-al-shughur",
    "Iraq": "baqubah samarra tuz-khurmatu",
    "Afghanistan": "balkh badakhshan baghlan farah logar wardak kunar uruzgan faryab takhar kapisa laghman badghis",
    "Yemen": "dhale shabwa ibb lahj mokha bayda al-bayda hudaydah",
    "Sudan": "kassala sennar bahri el-daein babanusa kadugli dilling abyei",
    "Ethiopia": "gondar bahir-dar wollega afar gambella",
    "Nigeria": "sokoto kebbi bauchi taraba kogi jos gwoza dikwa damboa",
    "Somalia": "baidoa galmudug hiraan puntland lower-shabelle",
    "Mali": "segou menaka sevare dioura boulkessi",
    "Burkina Faso": "dori ouahigouya fada djibo-town",
    "Niger": "tillaberi diffa tahoua tongo-tongo inates",
    "Congo": "rutshuru masisi butembo uvira kanyabayonga djugu",
    "Pakistan": "swat bannu dera-ismail-khan khuzdar gwadar kurram bajaur turbat sindh kohat",
    "Kashmir": "anantnag kupwara baramulla",
    "Myanmar": "lashio loikaw myawaddy magway bago mrauk-u",
    "Iran": "qom ahvaz tabriz mashhad zahedan saravan",
    "Colombia": "catatumbo arauca narino choco",
    "Mozambique": "mocimboa-da-praia pemba macomia",
    "India": "dantewada bijapur sukma gadchiroli",
    "Philippines": "marawi mindanao sulu jolo basilan cotabato",
    "Thailand": "pattani yala narathiwat surin",
    "Cameroon": "bamenda kolofata",
    "Armenia": "syunik jermuk sotk",
    "Azerbaijan": "tovuz",
    "Chad": "lake-chad-region bohoma",
    "Kenya": "garissa mandera lamu wajir",
    "Egypt": "sinai",
}
_ALL = [*_BY_COUNTRY.items(), *_FURTHER.items()]
COUNTRY_OF_PLACE = {place.replace("-", " "): country for country, names in _ALL for place in names.split()} | {
    place: country for country, names in _ALL for place in names.split()
}
