"""The data that ship: whole, without a problem, each figure with an address, and equal to the register."""

import csv
from collections import Counter

from dashboard.model import Statistic
from dashboard.sources import anomalies, claimants, conflict, documents, estimates, general_staff
from dashboard.sources.reading import claimant_of

PERSONS = ("General Staff of Ukraine", "Russia", "personnel")


def test_every_register_is_read_without_a_problem(data, shipped_people, shipped_reports, shipped_estimates):
    assert (len(shipped_estimates), len(shipped_reports)) == (389, 276)
    assert anomalies.read(data / "anomalies.toml", shipped_people)[1] == []


def test_every_figure_has_an_address_and_a_source_row(shipped_reports, shipped_estimates):
    assert all(report["source_url"].startswith("https://github.com/PetroIvaniuk/") for report in shipped_reports)
    assert all(claim.url and claim.source_row for claim in shipped_estimates)


def test_no_two_figures_share_an_id(shipped_reports, shipped_estimates):
    ids = [report["report_id"] for report in shipped_reports] + [claim.claim_id for claim in shipped_estimates]
    assert max(Counter(ids).values()) == 1


def test_the_war_names_claimants_that_are_known(data, shipped_people):
    war = conflict.read(data / "conflict.toml")
    assert {war.reference_claimant, war.compare_with} <= set(shipped_people)
    assert war.reference_subject in {side.name for side in war.sides}
    assert shipped_people[war.reference_claimant].reporting_lag_days == 1


def test_kyiv_and_london_are_told_as_one_count(shipped_people):
    for name in ("UK Defence Intelligence", "John Healey"):
        assert shipped_people[name].derived_from == "General Staff of Ukraine"
    assert shipped_people["Tony Radakin"].derived_from is None


def test_october_2024_is_the_same_figure_from_two_offices(shipped_estimates):
    october = {
        claim.claimant: claim.value
        for claim in shipped_estimates
        if str(claim.period.start) == "2024-10-01" and claim.statistic == Statistic.TOTAL
    }
    assert october == {"John Healey": 41980}


def increments(rows):
    """The increase by day of publication, where the day before was published too."""
    totals = {
        row["published"]: row["total"] for row in rows if (row["claimant"], row["subject"], row["category"]) == PERSONS
    }
    return {
        day: totals[day] - totals[before]
        for day in totals
        if (before := day.fromordinal(day.toordinal() - 1)) in totals
    }


def guarded(data, rows):
    """The registered days that the reports know, each with the increment that it must show and the one it shows."""
    shown = increments(rows)
    return {
        str(entry.start): (entry.expected, shown[entry.start])
        for entry in anomalies.read(data / "anomalies.toml")[0]
        if entry.expected is not None and entry.start in shown
    }


def test_the_registered_anomalies_fit_the_reports_that_ship(data, shipped_reports):
    found = guarded(data, shipped_reports)
    assert found.pop("2025-02-28") == (2710, 2710)
    assert list(found.values()) == [(0, 0)] * 7
    assert "2025-04-22" not in found


def test_the_registered_anomalies_fit_the_full_series(data, shared):
    found = guarded(data, general_staff.read(shared / "general-staff")[0])
    assert len(found) == 9
    assert all(expected == seen for expected, seen in found.values())
    assert found["2025-04-22"][1] == 1290


def test_the_other_reading_of_the_lump_follows_from_the_uk_month(data, shipped_reports, shipped_estimates):
    totals = {str(report["published"]): report["total"] for report in shipped_reports}
    february = next(claim.value for claim in shipped_estimates if claim.claim_id == "UKDI-041")
    lump = next(a for a in anomalies.read(data / "anomalies.toml")[0] if str(a.start) == "2025-02-28")
    assert totals["2025-03-01"] - totals["2025-02-01"] - february == lump.alternative


def test_the_irregular_span_ends_the_day_before_regular_reports_begin(data):
    war = conflict.read(data / "conflict.toml")
    span = next(entry for entry in anomalies.read(data / "anomalies.toml")[0] if entry.kind == "irregular")
    assert (war.regular_since - span.end).days == 1


def test_the_notes_are_ours_and_name_their_publisher(data):
    notes = list(documents.read_folder(data / "articles"))
    assert len(notes) >= 8
    assert all(note.own_note and note.publisher and note.title for note in notes)
    assert {"record-day-1770", "back-to-back-1950"} <= {note.id for note in notes}


def test_no_note_repeats_seven_words_of_an_article_in_a_row(data, shared):
    articles = " ".join(path.read_text() for path in (shared / "articles").glob("*.txt")).lower().split()
    runs = {tuple(articles[n : n + 7]) for n in range(len(articles))}
    for note in documents.read_folder(data / "articles"):
        words = note.text.lower().split()
        assert not [words[n : n + 7] for n in range(len(words)) if tuple(words[n : n + 7]) in runs], note.id


def test_the_estimates_are_those_of_the_register(data, shared):
    assert (data / "estimates.csv").read_bytes() == (shared / "facts" / "estimates.csv").read_bytes()


def test_the_reports_are_those_of_the_register(shared, shipped_reports):
    with (shared / "facts" / "general_staff_reports.csv").open(encoding="utf-8") as file:
        register = [(row["published"], float(row["total"]), row["hedge"]) for row in csv.DictReader(file)]
    assert [(str(row["published"]), row["total"], row["hedge"]) for row in shipped_reports] == register


def test_every_claimant_of_the_register_is_known_with_its_office(shared, shipped_people):
    with (shared / "facts" / "claimants.csv").open(encoding="utf-8") as file:
        register = list(csv.DictReader(file))
    assert len(register) == 51
    for row in register:
        known = shipped_people[claimant_of(row["claimant"], shipped_people)]
        assert (known.role or "", known.organisation or "") == (row["role"], row["organisation"])
        assert (known.country or "", known.kind) == (row["country"], row["kind"])


def test_no_alias_is_a_role_that_changes_hands(data):
    people, _ = claimants.read(data / "claimants.toml")
    roles = {"defence secretary", "defence minister", "chief of the defence staff", "president", "secretary of defense"}
    assert not [alias for person in people.values() for alias in person.aliases if alias.lower() in roles]


def test_estimates_with_an_open_end_stay_open(shipped_estimates):
    assert sum(claim.period.end is None for claim in shipped_estimates) == 23
    assert estimates.BASES["published_date"] == {c.basis for c in shipped_estimates if c.period.end is None}.pop()


def test_an_estimate_that_writes_an_acronym_comes_under_the_full_name(shipped_people, shipped_estimates):
    named = {claim.claim_id: claim.claimant for claim in shipped_estimates}
    assert named["WEST-012"] == "Center for Strategic and International Studies (CSIS)"
    assert named["WEST-021"] == "International Institute for Strategic Studies (IISS)"
    assert named["WEST-024"] == "Dutch Military Intelligence (MIVD)"
    assert {claim.claimant for claim in shipped_estimates} <= set(shipped_people)
