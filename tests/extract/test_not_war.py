"""Deaths that are no losses of war give no claim."""

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
    ],
)
def test_deaths_outside_war_give_no_claim(text):
    document = Document("d", text, "A paper", date(2025, 6, 1))
    assert extract(document, known.claimants(), known.conflict()).claims == ()
