"""Names of countries, peoples and armed groups, so that any conflict's sides are told by name."""

# country | adjectives | plural people | other words that stand for it (cities, rulers)
COUNTRIES = """
Russia|russian|russians|russian-federation moscow kremlin putin
Ukraine|ukrainian|ukrainians|kyiv kiev zelensky zelenskyy zelenskiy
Israel|israeli|israelis|idf tel-aviv
Palestinians|palestinian gazan|palestinians gazans|gaza gaza-strip palestine west-bank
Lebanon|lebanese||beirut
Syria|syrian|syrians|damascus assad
Iran|iranian|iranians|tehran irgc
Iraq|iraqi|iraqis|baghdad
Afghanistan|afghan|afghans|kabul
Yemen|yemeni|yemenis|sanaa
Saudi Arabia|saudi|saudis|riyadh
Turkey|turkish|turks|ankara turkiye
Azerbaijan|azerbaijani azeri|azerbaijanis azeris|baku
Armenia|armenian|armenians|yerevan
Nagorno-Karabakh|karabakh||artsakh stepanakert
Georgia|georgian|georgians|tbilisi
Sudan|sudanese||khartoum darfur
South Sudan|south-sudanese||juba
Ethiopia|ethiopian|ethiopians|addis-ababa
Tigray|tigrayan|tigrayans|tplf
Eritrea|eritrean|eritreans|asmara
Somalia|somali|somalis|mogadishu
Kenya|kenyan|kenyans|nairobi
Nigeria|nigerian|nigerians|abuja
Niger|nigerien|nigeriens|niamey
Mali|malian|malians|bamako
Burkina Faso|burkinabe|burkinabes|ouagadougou
Chad|chadian|chadians|ndjamena
Cameroon|cameroonian|cameroonians|
Central African Republic|central-african||bangui
Congo|congolese||drc kinshasa goma dr-congo
Rwanda|rwandan|rwandans|kigali
Uganda|ugandan|ugandans|kampala
Burundi|burundian|burundians|
Mozambique|mozambican|mozambicans|cabo-delgado
Libya|libyan|libyans|tripoli
Egypt|egyptian|egyptians|cairo
Algeria|algerian|algerians|
Morocco|moroccan|moroccans|
Tunisia|tunisian|tunisians|
India|indian|indians|new-delhi delhi
Pakistan|pakistani|pakistanis|islamabad
Kashmir|kashmiri|kashmiris|
Bangladesh|bangladeshi|bangladeshis|
Sri Lanka|sri-lankan|sri-lankans|colombo
Myanmar|burmese||naypyidaw burma
Rohingya|rohingya||
Thailand|thai|thais|bangkok
Cambodia|cambodian|cambodians|phnom-penh
Philippines|filipino philippine|filipinos|manila
Indonesia|indonesian|indonesians|jakarta
China|chinese||beijing
Taiwan|taiwanese||taipei
North Korea|north-korean|north-koreans|pyongyang
South Korea|south-korean|south-koreans|seoul
Japan|japanese||tokyo
Vietnam|vietnamese||hanoi
United States|american us u.s|americans|washington pentagon
United Kingdom|british uk u.k|britons|britain london
France|french||paris
Germany|german|germans|berlin
Poland|polish|poles|warsaw
Belarus|belarusian|belarusians|minsk lukashenko
Moldova|moldovan|moldovans|
Romania|romanian|romanians|
Serbia|serbian serb|serbs|belgrade
Bosnia|bosnian|bosnians bosniaks|sarajevo
Kosovo|kosovan kosovar|kosovars|
Croatia|croatian|croats|
Spain|spanish||madrid
Italy|italian|italians|rome
Greece|greek|greeks|
Cyprus|cypriot|cypriots|
Canada|canadian|canadians|
Australia|australian|australians|
Colombia|colombian|colombians|bogota
Venezuela|venezuelan|venezuelans|caracas
Mexico|mexican|mexicans|
Haiti|haitian|haitians|port-au-prince
Cuba|cuban|cubans|havana
Nepal|nepali nepalese|nepalis|
Chechnya|chechen|chechens|grozny
Kurds|kurdish|kurds|pkk ypg sdf
Tajikistan|tajik|tajiks|
Kyrgyzstan|kyrgyz||
Uzbekistan|uzbek|uzbeks|
Kazakhstan|kazakh|kazakhs|
Soviet Union|soviet|soviets|ussr
Jordan|jordanian|jordanians|
Qatar|qatari|qataris|doha
Bahrain|bahraini|bahrainis|
Kuwait|kuwaiti|kuwaitis|
Oman|omani|omanis|
Emirates|emirati|emiratis|uae
Ivory Coast|ivorian|ivorians|
Ghana|ghanaian|ghanaians|
Benin|beninese||
Togo|togolese||
Senegal|senegalese||
South Africa|south-african|south-africans|
Zimbabwe|zimbabwean|zimbabweans|
Tanzania|tanzanian|tanzanians|
Malawi|malawian|malawians|
Angola|angolan|angolans|
Guatemala|guatemalan|guatemalans|
Ecuador|ecuadorian|ecuadorians|
Peru|peruvian|peruvians|
Brazil|brazilian|brazilians|
Bulgaria|bulgarian|bulgarians|
Hungary|hungarian|hungarians|
Norway|norwegian|norwegians|oslo
Sweden|swedish|swedes|
Finland|finnish|finns|
Denmark|danish|danes|
Netherlands|dutch||
Belgium|belgian|belgians|
Estonia|estonian|estonians|tallinn
Latvia|latvian|latvians|
Lithuania|lithuanian|lithuanians|
Fiji|fijian|fijians|
Albania|albanian|albanians|tirana
Argentina|argentine argentinian|argentines argentinians|buenos-aires
Austria|austrian|austrians|vienna
Bhutan|bhutanese||
Bolivia|bolivian|bolivians|
Botswana|botswanan|batswana|
Cape Verde|cape-verdean|cape-verdeans|
Chile|chilean|chileans|
Costa Rica|costa-rican|costa-ricans|
Czech Republic|czech|czechs|prague czechia
Djibouti|djiboutian|djiboutians|
Dominican Republic|dominican|dominicans|
El Salvador|salvadoran|salvadorans|
Equatorial Guinea|equatoguinean|equatoguineans|
Gabon|gabonese||
Gambia|gambian|gambians|
Guinea|guinean|guineans|conakry
Guinea-Bissau|bissau-guinean|bissau-guineans|
Honduras|honduran|hondurans|
Iceland|icelandic|icelanders|
Ireland|irish|irishmen|dublin
Jamaica|jamaican|jamaicans|
Laos|lao laotian|laotians|
Lesotho|basotho||
Liberia|liberian|liberians|
Luxembourg|luxembourgish||
Madagascar|malagasy||
Malaysia|malaysian|malaysians|kuala-lumpur
Maldives|maldivian|maldivians|
Malta|maltese||
Mauritania|mauritanian|mauritanians|nouakchott
Mongolia|mongolian|mongolians|
Montenegro|montenegrin|montenegrins|
Namibia|namibian|namibians|
New Zealand|||
Nicaragua|nicaraguan|nicaraguans|
North Macedonia|macedonian|macedonians|skopje
Panama|panamanian|panamanians|
Papua New Guinea|papuan|papuans|
Paraguay|paraguayan|paraguayans|
Portugal|portuguese||lisbon
Sierra Leone|sierra-leonean|sierra-leoneans|
Singapore|singaporean|singaporeans|
Slovakia|slovak|slovaks|bratislava
Slovenia|slovene slovenian|slovenes slovenians|
Switzerland|swiss||
Timor-Leste|timorese||east-timor
Turkmenistan|turkmen||
Uruguay|uruguayan|uruguayans|
Western Sahara|sahrawi|sahrawis|
Zambia|zambian|zambians|
"""
# Armed groups: name | other words
GROUPS = """
Hamas|hamas qassam-brigades al-qassam-brigades
Islamic Jihad|islamic-jihad
Hezbollah|hezbollah hizbollah hizbullah hezbullah
Islamic State|islamic-state isis isil daesh is-militants iswap is-k isis-k
al-Qaeda|al-qaeda al-qaida aqap jnim
al-Shabaab|al-shabaab al-shabab shabaab shabab
Boko Haram|boko-haram
Taliban|taliban taleban ttp
Houthis|houthi houthis ansar-allah
Wagner|wagner wagner-group
Rapid Support Forces|rapid-support-forces rsf
Sudanese army|saf sudanese-armed-forces
M23|m23
ADF|allied-democratic-forces
Tuareg rebels|tuareg
Fano|fano
Arakan Army|arakan-army
Hayat Tahrir al-Sham|hayat-tahrir-al-sham hts
Syrian Democratic Forces|syrian-democratic-forces
separatists|separatist separatists
Janjaweed|janjaweed
Maoists|maoist maoists naxalite naxalites naxals
FARC|farc eln
Tamil Tigers|tamil-tigers ltte
"""
# Whose people a group speaks for.
LAND_OF_GROUP = {
    "Hamas": "Palestinians",
    "Islamic Jihad": "Palestinians",
    "Hezbollah": "Lebanon",
    "Houthis": "Yemen",
    "Taliban": "Afghanistan",
    "Rapid Support Forces": "Sudan",
    "Sudanese army": "Sudan",
    "Arakan Army": "Myanmar",
    "Syrian Democratic Forces": "Syria",
    "Hayat Tahrir al-Sham": "Syria",
    "Fano": "Ethiopia",
}
# Words for the adversary in a party's own report.
ENEMY = "enemy invaders invader occupiers occupier occupants aggressor orcs occupying-forces".split()
