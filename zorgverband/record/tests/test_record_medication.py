"""The medication list: adding, stopping once, and who finds it."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.journal.models import Event
from zorgverband.record.actions import record_medication, stop_medication
from zorgverband.record.actions.ground import ChangedAlready, NoName
from zorgverband.record.models import Allergy, Medication

from .dossier import act, page, post


def test_a_medicine_stands_on_the_list_with_its_code_for_care_only(
    cast: Cast, client_of: Any
) -> None:
    answer = post(
        client_of(cast.anouk), page("record_medication", cast),
        name="Metoprolol 50 mg", dose="1 tablet bij het ontbijt", code="c07ab02",
    )  # fmt: skip
    assert answer.status_code == 302
    nurse = text(client_of(cast.fatima).get(page("medication", cast)))
    daughter = text(client_of(cast.marijke).get(page("medication", cast)))
    assert "ATC C07AB02" in nurse
    assert "1 tablet bij het ontbijt" in daughter
    assert "C07AB02" not in daughter


def test_a_stopped_medicine_moves_down_and_is_told_once(cast: Cast, client_of: Any) -> None:
    item = act(cast, cast.anouk, record_medication, name="Furosemide 40 mg")
    events = Event.objects.using("owner").filter(item_id=item.id)
    before = events.count()
    answer = post(
        client_of(cast.anouk), page("stop_medication", cast, item_id=item.id),
        on=clock.today().isoformat(), note="Benen zijn niet meer dik.",
    )  # fmt: skip
    assert answer.status_code == 302
    assert events.count() == before + 1
    row = Medication.objects.using("owner").get(item_id=item.id)
    assert (row.status, row.ends_on, row.changed_by_id) == (
        "stopped", clock.today(), cast.anouk.person,
    )  # fmt: skip
    seen = text(client_of(cast.marijke).get(page("medication", cast)))
    assert seen.index("Niet meer") < seen.index("Furosemide")
    assert "Benen zijn niet meer dik." in text(
        client_of(cast.marijke).get(page("item", cast, item_id=item.id))
    )


def test_what_was_to_begin_has_begun_from_its_day_on(cast: Cast, client_of: Any) -> None:
    begins = clock.today() + timedelta(days=3)
    act(cast, cast.anouk, record_medication, name="Apixaban 5 mg", starts_on=begins)
    client, at = client_of(cast.marijke), page("medication", cast)
    assert "nog niet begonnen" in text(client.get(at))
    with clock.at(clock.now() + timedelta(days=4)):
        begun = text(client.get(at))
    assert "Apixaban" in begun
    assert "nog niet begonnen" not in begun


def test_a_medicine_is_stopped_once(cast: Cast) -> None:
    item = act(cast, cast.anouk, record_medication, name="Furosemide 40 mg")
    words = {"item": item.id, "on": clock.today()}
    stop = _without_about(stop_medication)
    act(cast, cast.anouk, stop, **words)
    with pytest.raises(ChangedAlready):
        act(cast, cast.anouk, stop, **words)


def test_the_daughter_reads_the_list_and_stops_nothing(cast: Cast, client_of: Any) -> None:
    item = act(cast, cast.anouk, record_medication, name="Furosemide 40 mg")
    client = client_of(cast.marijke)
    assert "Furosemide" in text(client.get(page("medication", cast)))
    address = page("stop_medication", cast, item_id=item.id)
    assert client.get(address).status_code == 404
    assert post(client, address, on=clock.today().isoformat()).status_code == 404
    assert Medication.objects.using("owner").get(item_id=item.id).status == "active"


def test_for_neighbour_and_municipality_there_is_no_medicine(cast: Cast, client_of: Any) -> None:
    item = act(cast, cast.anouk, record_medication, name="Furosemide 40 mg")
    for who in (cast.ria, cast.linda):
        client = client_of(who)
        for name in ("record", "medication"):
            assert "Furosemide" not in text(client.get(page(name, cast)))
        assert client.get(page("stop_medication", cast, item_id=item.id)).status_code == 404


def test_a_medicine_without_a_name_is_refused(cast: Cast) -> None:
    with pytest.raises(NoName):
        act(cast, cast.anouk, record_medication, name="  ")


def test_a_medicine_that_ended_is_not_used_now(cast: Cast, client_of: Any) -> None:
    yesterday = clock.today() - timedelta(days=1)
    act(cast, cast.anouk, record_medication, name="Amoxicilline", ends_on=yesterday)
    seen = text(client_of(cast.marijke).get(page("medication", cast)))
    assert "Gebruikt nu" not in seen
    assert seen.index("Niet meer") < seen.index("Amoxicilline")


def _without_about(verb: Any) -> Any:
    def call(*, about: object, **words: Any) -> Any:
        return verb(**words)

    return call


def test_an_atc_code_has_the_form_of_one(cast: Cast, client_of: Any) -> None:
    anouk = client_of(cast.anouk)
    at = page("record_medication", cast)
    assert post(anouk, at, name="Metoprolol", code="C07-AB").status_code == 422
    assert post(anouk, at, name="Metoprolol", code="c07ab02").status_code == 302
    allergy = page("record_allergy", cast)
    assert post(anouk, allergy, name="Penicilline", code="J0").status_code == 422
    assert post(anouk, allergy, name="Penicilline", code="J01C").status_code == 302
    # Family is not asked for codes; what they send with it is left aside.
    assert "ATC" not in text(client_of(cast.marijke).get(allergy))
    kept = {"network_id": cast.network}
    assert Medication.objects.using("owner").get(**kept).code == "C07AB02"
    assert Allergy.objects.using("owner").get(**kept).code == "J01C"
