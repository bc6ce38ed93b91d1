"""The overview: headings by the key ring, a constant cost, the same bytes for the social side."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.rows import put
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.record.actions import record_allergy, record_medication, record_problem
from zorgverband.sharing.subjects import Subject

from .dossier import act, many_weights, measured, page, pressure, series_of_weight, unmasked, weight

MEDICAL = ("Medicijnen", "Allergieën", "Problemen", "Metingen", "Onderzoeken")


def test_what_matters_to_the_client_comes_first(cast: Cast, client_of: Any) -> None:
    cast.item(
        about=cast.jannie, subject=Subject.STORY, author=cast.jannie, body="Ik wil thuis blijven."
    )
    seen = text(client_of(cast.jannie).get(page("record", cast)))
    assert seen.index("Ik wil thuis blijven.") < seen.index("Medicijnen")
    assert all(heading in seen for heading in MEDICAL)


def test_the_neighbour_is_told_whom_to_ask_per_subject_and_nothing_of_items(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.ria)
    before = unmasked(client.get(page("record", cast)))
    measured(cast, cast.anouk, weight("64.5"))
    act(cast, cast.anouk, record_allergy, substance="Penicilline")
    after = client.get(page("record", cast))
    assert "Dit is niet met u gedeeld. Vraag het aan Marijke de Wit." in text(after)
    assert unmasked(after) == before


def test_for_the_social_side_medical_headings_do_not_exist(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.linda)
    pages = [page("record", cast), page("documents", cast)]
    before = [unmasked(client.get(address)) for address in pages]
    measured(cast, cast.anouk, pressure(140, 80))
    act(cast, cast.anouk, record_medication, name="Metoprolol")
    after = [client.get(address) for address in pages]
    assert [unmasked(answer) for answer in after] == before
    assert not any(heading in text(after[0]) for heading in MEDICAL)
    assert "niet met u gedeeld" not in text(after[0])
    assert "U ziet geen medische informatie." in text(after[0])
    for name in ("medication", "allergies", "problems", "measurements", "examinations"):
        assert client.get(page(name, cast)).status_code == 404


def test_emergency_access_opens_the_headings(cast: Cast, client_of: Any, owner: Any) -> None:
    act(cast, cast.anouk, record_problem, name="Somber", subject=Subject.MIND)
    client = client_of(cast.joost)
    assert "Somber" not in text(client.get(page("problems", cast)))
    owner.execute(
        "INSERT INTO sharing_emergency (id, network_id, member_id, client_id, person_id, reason,"
        " starts_at, ends_at) VALUES (%s, %s, %s, %s, %s, 'gevallen', now(), now() + '30 min')",
        [new_id(), cast.network, cast.joost.member, cast.jannie.member, cast.joost.person],
    )
    assert "Somber" in text(client.get(page("problems", cast)))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["record", "measurements", "record_subject", "series"])
def test_a_page_costs_the_same_with_ten_and_with_a_thousand(
    cast: Cast, client_of: Any, name: str
) -> None:
    many_weights(cast, cast.anouk, 10)
    parts: dict[str, dict[str, Any]] = {
        "record_subject": {"subject": 3},
        "series": {"series": series_of_weight(cast)},
    }
    where = page({"series": "measurement_series"}.get(name, name), cast, **parts.get(name, {}))
    client = client_of(cast.anouk)
    client.get(where)
    counts = []
    for more in (0, 990):
        many_weights(cast, cast.anouk, more)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(where).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_of_two_clients_each_has_their_own_record(cast: Cast, client_of: Any) -> None:
    second = _second_client(cast)
    act(cast, cast.anouk, record_medication, name="Metoprolol")
    client = client_of(cast.anouk)
    first_page = text(client.get(page("record", cast)))
    other_page = text(client.get(page("record", cast) + f"?about={second}"))
    assert "Metoprolol" in first_page
    assert "Metoprolol" not in other_page
    assert "Over Kees de Wit" in other_page
    assert client.get(page("record", cast) + f"?about={cast.marijke.member}").status_code == 404


def _second_client(cast: Cast) -> Any:
    person, member, moment = new_id(), new_id(), clock.now()
    put(cast.owner, {
        "people_person": [{"id": person, "given_name": "Kees", "infix": "de",
                           "family_name": "Wit", "salutation": "", "key": ""}],
        "networks_member": [{"id": member, "network_id": cast.network, "person_id": person,
                             "team_id": None, "side": "client", "coordinator": False,
                             "first_contact": False, "joined_at": moment, "left_at": None,
                             "compartment": None}],
        "networks_presence": [{"id": new_id(), "network_id": cast.network, "member_id": member,
                               "person_id": person}],
    })  # fmt: skip
    return member
