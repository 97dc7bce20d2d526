"""Deaths outside war, strength, exchanges, forecasts and things give no claim."""

from datetime import date

import pytest

from dashboard.extract import extract
from dashboard.model import Document
from tests.eval import known


@pytest.mark.parametrize(
    "text",
    [
        "Three workers were killed when a boiler exploded at a paper plant in Ohio.",
        "At least 61 people died in the heatwave in Delhi.",
        "Police shot dead two men in a drug raid in Chicago.",
        "A gunman killed 10 people at a supermarket in Buffalo.",
        "Floods killed 170 in Pakistan.",
        "The flu killed 12,000 Americans last winter.",
        "Fentanyl killed 75,000 people in the United States in 2023.",
        "Road crashes claimed 1.2 million lives worldwide.",
        "Five climbers died in an avalanche in Nepal.",
        "An explosion at a fireworks depot killed 21 in Gujarat.",
        "Two police officers were shot dead during a traffic stop in Texas.",
        "Eleven inmates were killed in a prison fight in Ecuador.",
        "Nine people were stabbed to death in Saskatchewan.",
        "A bridge collapse killed four and injured 20 in Genoa.",
        "Twenty-six miners died after an underground explosion in Turkey.",
        "A Cessna went down in Kansas, killing all five aboard.",
        "A police operation against a gang in Rio killed 28 suspects.",
        "Cholera has killed 300 people in Haiti this month.",
        "Bird flu forced farmers to kill 4 million chickens.",
        "Sharks killed 7 swimmers last year.",
        "The Lakers lost 21 games and missed 14 shots.",
        "The team lost 3-1 and was without five injured players.",
        "The company lost 2,000 jobs and 300 workers were hurt by layoffs.",
        "The party lost 40 seats in the election.",
        "The crash of a military helicopter on a training flight killed five soldiers in Alaska.",
        "Four hundred people have died of measles in Congo this year.",
        "A landslide buried 70 villagers in Ethiopia.",
        "Six people were hurt when a bus crashed into a shop in Leeds.",
        "A police officer killed two robbers in Johannesburg.",
        "The dam burst in Libya killed 11,000 people.",
        "Three hundred fans were injured in the stadium crush.",
        "The typhoon left 40 dead and 12 missing in the Philippines.",
        "Wildfires in Greece have killed 20 people.",
        "A mine collapse in Zambia left 30 workers trapped.",
        "The ferry sank with 200 aboard; 45 bodies were recovered.",
        "Lightning killed 14 refugees in Uganda.",
        "Medical errors kill 250,000 Americans a year.",
        "A stampede at a shrine in India killed 121 people.",
        "The country recorded 17,000 murders last year.",
        "Ukraine sent 30,000 men to the front.",
        "Russia has 600,000 soldiers in Ukraine, Putin said.",
        "Kyiv returned 1,000 prisoners in the swap.",
        "Russia handed over 1,212 bodies of soldiers to Ukraine.",
        "Ukraine expects to lose 10,000 men in the coming offensive.",
        "The army plans to recruit 50,000 soldiers after heavy losses.",
        "Air defences shot down 78 drones overnight.",
        "Some 1,500 residents were evacuated after the shelling.",
        "Ukraine lost 300 square kilometres in May.",
        "The general, 52, was killed by a bomb.",
        "The 155th Brigade suffered heavy losses.",
        "In 2022 Russia lost the flagship of its fleet.",
        "Killed soldiers' families will get 15 million hryvnias.",
        "The court jailed 11 soldiers for killing prisoners.",
        "The war has displaced 14 million people.",
    ],
)
def test_what_is_no_loss_of_war_gives_no_claim(text):
    document = Document("d", text, "A paper", date(2025, 6, 1))
    assert extract(document, known.claimants(), known.conflict()).claims == ()
