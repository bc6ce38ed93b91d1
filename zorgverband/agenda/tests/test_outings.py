"""Going somewhere: who reads that, follows from whether it is to a doctor, and nothing is assumed."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.models import Visit
from zorgverband.base import clock
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .visits import TOMORROW, page, post, typed_visit

QUESTION = "Waar gaat u naartoe?"


def going(subject: Subject | None, **changed: Any) -> dict[str, Any]:
    """An outing of tomorrow, as the form sends it when nothing else is chosen."""
    typed = typed_visit(kind="out", who_name="Oogarts", place="Route 12", circle="")
    return typed | ({"subject": str(int(subject))} if subject else {}) | changed


def kept(cast: Cast) -> list[tuple[int, str]]:
    """The subject and circle of every visit of this network."""
    rows = Item.objects.using("owner").filter(network_id=cast.network, kind="visit")
    return list(rows.order_by("id").values_list("subject", "circle"))


def test_nothing_is_chosen_beforehand_and_without_a_choice_nothing_is_kept(
    cast: Cast, client_of: Any
) -> None:
    marijke = client_of(cast.marijke)
    for kind in ("out", "ride"):
        form = text(marijke.get(page("plan_visit", cast) + f"?kind={kind}"))
        assert 'name="subject" value="1" checked' not in form
        assert 'name="subject" value="13" checked' not in form
        # What is shown until then are the readers of the safest choice.
        assert "Linda" in form.split("<b>Niet:</b>")[1].split("</p>")[0]
        refused = post(marijke, page("plan_visit", cast), **going(None, kind=kind))
        assert refused.status_code == 422
        assert "Kies waar het naartoe gaat" in text(refused)
    assert "Oogarts" in text(refused)
    assert kept(cast) == []
    strange = post(marijke, page("plan_visit", cast), **going(Subject.MONEY))
    assert strange.status_code == 422


@pytest.mark.slow
def test_a_doctor_is_health_and_the_hairdresser_is_for_everybody(
    cast: Cast, client_of: Any
) -> None:
    marijke, linda = client_of(cast.marijke), client_of(cast.linda)
    before = text(linda.get(page("agenda", cast))).count('class="tap"')
    assert post(marijke, page("plan_visit", cast), **going(Subject.HEALTH)).status_code == 302
    assert kept(cast) == [(Subject.HEALTH, "family_care")]
    tomorrow = clock.today() + TOMORROW
    (visit,) = Visit.objects.using("owner").filter(network=cast.network)
    for who, reads in (
        (cast.jannie, True),
        (cast.anouk, True),
        (cast.ria, False),
        (cast.linda, False),
    ):
        agenda = text(client_of(who).get(page("agenda", cast)))
        assert ("Oogarts" in agenda) is reads, who.name
        answer = client_of(who).get(page("visit", cast, visit.item_id, tomorrow))
        assert (answer.status_code == 200) is reads, who.name
    assert text(linda.get(page("agenda", cast))).count('class="tap"') == before
    # Chosen for everybody as well: a doctor stays a doctor.
    everyone = going(Subject.HEALTH, circle="everyone", repeat="daily", starts="12:00", ends="")
    assert post(marijke, page("plan_visit", cast), **everyone).status_code == 302
    hair = going(Subject.COMING, who_name="De kapper")
    assert post(marijke, page("plan_visit", cast), **hair).status_code == 302
    assert kept(cast)[1:] == [(Subject.HEALTH, "family_care"), (Subject.COMING, "everyone")]
    for who in (cast.ria, cast.linda):
        agenda = text(client_of(who).get(page("agenda", cast)))
        assert "De kapper" in agenda
        assert "Oogarts" not in agenda
    # That the time is taken, is told to the others only when that was chosen.
    busy = going(Subject.HEALTH, busy="1", starts="20:00", ends="21:00")
    assert post(marijke, page("plan_visit", cast), **busy).status_code == 302
    agenda = text(linda.get(page("agenda", cast)))
    assert "20.00 tot 21.00" in agenda
    assert "Bezet" in agenda
    assert "Oogarts" not in agenda


def test_who_writes_nothing_medical_is_told_who_can(cast: Cast, client_of: Any) -> None:
    for who in (cast.linda, cast.ria):
        cast.permit(who, Subject.COMING, about=cast.jannie, read=True, write=True)
        client = client_of(who)
        form = text(client.get(page("plan_visit", cast) + "?kind=out"))
        assert "Vraag het aan de familie of de zorg." in form
        assert QUESTION not in form
        answer = post(client, page("plan_visit", cast), **going(Subject.HEALTH))
        assert answer.status_code == 403
        hair = going(Subject.COMING, who_name="De kapper", circle="everyone")
        assert post(client, page("plan_visit", cast), **hair).status_code == 302
    assert kept(cast) == [(Subject.COMING, "everyone")] * 2
    assert QUESTION in text(client_of(cast.marijke).get(page("plan_visit", cast) + "?kind=out"))


def test_who_goes_along_to_a_doctor_may_read_it(cast: Cast, client_of: Any) -> None:
    marijke = client_of(cast.marijke)
    along = going(Subject.HEALTH, along=str(cast.ria.member))
    refused = post(marijke, page("plan_visit", cast), **along)
    assert refused.status_code == 422
    assert "Niet iedereen die u noemt, mag dit lezen." in text(refused)
    named = along | {"along": str(cast.anouk.member)}
    assert post(marijke, page("plan_visit", cast), **named).status_code == 302
    free = along | {"subject": str(int(Subject.COMING)), "who_name": "De kapper"}
    assert post(marijke, page("plan_visit", cast), **free).status_code == 302


def test_going_to_a_psychiatrist_is_for_who_may_read_about_that(cast: Cast, client_of: Any) -> None:
    jannie = client_of(cast.jannie)
    assert "Naar een psycholoog" in text(jannie.get(page("plan_visit", cast) + "?kind=out"))
    typed = going(Subject.MIND, purpose="Kennismaken")
    assert post(jannie, page("plan_visit", cast), **typed).status_code == 302
    found = Item.objects.using("owner").filter(network_id=cast.network)
    assert set(found.values_list("subject", flat=True)) == {Subject.MIND}
    assert "Oogarts" not in text(client_of(cast.marijke).get(page("agenda", cast)))
