"""Whom a file is about is told, so that someone else's file is noticed before it is stored."""

from zorgverband.fhir.tests.samples import JANNIE, bundle, condition, observation, read

BSN = "http://fhir.nl/fhir/NamingSystem/bsn"
PIET = {"resourceType": "Patient", "id": "piet", "name": [{"text": "Piet de Wit"}]}


def test_the_person_is_told_and_never_stored() -> None:
    reading = read(bundle(JANNIE, condition()))
    (person,) = reading.patients
    assert (person.name, person.birth_date, person.in_file) == ("Jannie Smit", "1941-03-02", True)
    assert person.identifiers == ((BSN, "999911120"),)
    assert [fact.patient for fact in reading.facts] == [person.key]
    assert "Patient" not in {fact.resource_type for fact in reading.facts}


def test_two_persons_in_one_file_are_told_apart() -> None:
    other = observation(subject={"reference": "Patient/piet"})
    reading = read(bundle(JANNIE, PIET, condition(), other))
    assert [one.name for one in reading.patients] == ["Jannie Smit", "Piet de Wit"]
    assert len({fact.patient for fact in reading.facts}) == 2


def test_the_same_person_in_two_bundles_is_one() -> None:
    again = {**JANNIE, "id": "nog-eens"}
    reading = read(bundle(JANNIE, again, observation(subject={"reference": "Patient/nog-eens"})))
    assert len(reading.patients) == 1


def test_a_person_who_is_only_mentioned_is_told_too() -> None:
    named = condition(subject={"reference": "Patient/9", "display": "K. Jansen"})
    (person,) = read(named).patients
    assert (person.name, person.in_file, person.key) == ("K. Jansen", False, "Patient/9")


def test_a_person_known_by_number_alone_is_told_too() -> None:
    numbered = condition(subject={"identifier": {"system": BSN, "value": "999911120"}})
    (person,) = read(numbered).patients
    assert person.identifiers == ((BSN, "999911120"),)


def test_an_appointment_is_about_the_one_who_attends() -> None:
    visit = {
        "resourceType": "Appointment",
        "status": "booked",
        "participant": [
            {"actor": {"reference": "Practitioner/dok"}, "status": "accepted"},
            {"actor": {"reference": "Patient/jannie"}, "status": "accepted"},
        ],
    }
    reading = read(bundle(visit, JANNIE))
    assert [fact.patient for fact in reading.facts] == [reading.patients[0].key]


def test_a_fact_about_nobody_in_particular_says_so() -> None:
    without = observation()
    del without["subject"]
    assert [fact.patient for fact in read(without).facts] == [""]
