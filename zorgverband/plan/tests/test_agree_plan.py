"""Saying yes to the plan: by who decides; how it was then and what changed since can be seen."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError

from tests.cast import Cast, Somebody
from tests.visitor import inside, text
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.tests.asking import asked
from zorgverband.agreements.tests.test_repeating_agreements import act as agree
from zorgverband.base.refusals import NotYours
from zorgverband.journal.models import Event
from zorgverband.plan.actions.add_part import Own
from zorgverband.plan.actions.agree_plan import DoesNotDecide
from zorgverband.plan.models import PlanPart, Signature
from zorgverband.sharing.actions import edit_item
from zorgverband.sharing.subjects import Subject

from .planning import act, added, answered, at, post, seen


@pytest.mark.slow
def test_only_who_decides_says_yes_and_everybody_who_reads_the_plan_sees_who_and_when(
    cast: Cast, client_of: Any
) -> None:
    added(cast, cast.marijke, "question", "Thuis blijven wonen")
    about, asks = cast.jannie.member, "Lezen en antwoord geven"
    for who in (cast.marijke, cast.hanneke, cast.anouk, cast.linda):
        with pytest.raises(DoesNotDecide):
            act(cast, who, "agree_plan", about=about)
        assert asks not in text(client_of(who).get(at("plan", cast)))
        read = client_of(who).get(at("sign_plan", cast, about_id=about))
        assert "Thuis blijven wonen" in text(read)
        assert "Ja, dit is het plan" not in text(read)
        assert answered(client_of(who), cast, about).status_code == 403
    client = client_of(cast.jannie)
    assert asks in text(client.get(at("plan", cast)))
    assert "Moet nog antwoord geven: u." in text(client.get(at("plan", cast)))
    assert "Moet nog antwoord geven: Jannie de Wit." in text(
        client_of(cast.linda).get(at("plan", cast))
    )
    assert answered(client, cast, about).status_code == 302
    shown = text(client_of(cast.linda).get(at("plan", cast)))
    assert "Jannie de Wit zei ja tegen dit plan op" in shown
    assert "Moet nog antwoord geven" not in shown
    own = text(client.get(at("plan", cast)))
    assert "U zei ja tegen dit plan op" in own
    assert "Jannie de Wit zei ja" not in own
    assert asks not in own


def test_one_answers_to_the_words_one_read_and_not_to_others(cast: Cast, client_of: Any) -> None:
    about, client = cast.jannie.member, client_of(cast.jannie)
    worry = added(cast, cast.marijke, "worry", "De trap")
    where, fields = at("agree_plan", cast), {"about": str(about), "answer": "yes"}
    mark = seen(client, cast, about)
    edit(cast, cast.marijke, worry, "De trap is glad")
    for old in ("", mark):
        again = post(client, where, **fields, seen=old)
        assert again.status_code == 409
        assert "Lees eerst het plan hieronder." in text(again)
        assert "De trap is glad" in text(again)
    # What is not theirs to read makes no difference to who answers.
    cast.item(about=cast.jannie, subject=Subject.MONEY, author=cast.linda, audience=[])
    assert answered(client, cast, about).status_code == 302
    edit(cast, cast.marijke, worry, "De trap en de drempel", version=2)
    shown = text(client.get(at("plan", cast)))
    assert "Daarna is het plan veranderd." in shown
    assert "Moet nog antwoord geven: u." in shown


@pytest.mark.slow
def test_who_does_not_agree_says_why_and_who_must_sign_is_listed(
    cast: Cast, client_of: Any
) -> None:
    about = cast.jannie.member
    added(cast, cast.marijke, "question", "Thuis blijven wonen")
    added(cast, cast.marijke, "present", "", own=Own(who=cast.linda.member, signs=True))
    part = added(cast, cast.marijke, "present", "", own=Own(who=cast.peter.member))
    waits = f"Moet nog antwoord geven: Jannie de Wit en {cast.linda.name}."
    assert waits in text(client_of(cast.marijke).get(at("plan", cast)))
    client, linda = client_of(cast.jannie), client_of(cast.linda)
    refused = answered(client, cast, about, answer="no", because=" ")
    assert refused.status_code == 422
    assert "Schrijf waar u het niet mee eens bent." in text(refused)
    assert answered(client, cast, about, answer="no", because="Te veel mensen").status_code == 302
    assert answered(linda, cast, about, answer="yes").status_code == 302
    shown = text(client_of(cast.marijke).get(at("plan", cast)))
    assert "en is het er niet mee eens: <q" in shown
    assert "Te veel mensen" in shown
    assert f"{cast.linda.name} zei ja tegen dit plan op" in shown
    assert "Moet nog antwoord geven" not in shown
    # Each one's last word counts; nobody signs who was not asked, or in another's name.
    assert answered(client, cast, about, answer="yes").status_code == 302
    shown = text(client_of(cast.marijke).get(at("plan", cast)))
    assert "Te veel mensen" not in shown
    assert "Jannie de Wit zei ja" in shown
    for who in (cast.peter, cast.marijke):
        with pytest.raises(NotYours):
            act(cast, who, "sign_plan", part=part, agrees=True)
    verbs = ["plan_sign_asked", "plan_disagreed", "plan_signed", "plan_agreed"]
    events = Event.objects.using("owner").filter(network_id=cast.network, verb__in=verbs)
    assert list(events.order_by("at", "id").values_list("verb", flat=True)) == verbs


def test_of_who_left_no_answer_is_waited_for(cast: Cast, client_of: Any) -> None:
    added(cast, cast.marijke, "present", "", own=Own(who=cast.linda.member, signs=True))
    waits = "Moet nog antwoord geven: Jannie de Wit"
    marijke = client_of(cast.marijke)
    assert f"{waits} en {cast.linda.name}." in text(marijke.get(at("plan", cast)))
    cast.owner.execute("UPDATE networks_member SET left_at = now() - interval '1 second'"
                       " WHERE id = %s", [cast.linda.member])  # fmt: skip
    assert f"{waits}." in text(marijke.get(at("plan", cast)))


def test_past_the_actions_nobody_signs_for_another_or_unasked(cast: Cast, entered: Any) -> None:
    asked = added(cast, cast.marijke, "present", "", own=Own(who=cast.linda.member, signs=True))
    only = added(cast, cast.marijke, "present", "", own=Own(who=cast.linda.member))
    row = {"network_id": cast.network, "at": datetime.now(UTC), "agrees": True}
    theirs = {"person_id": cast.linda.person, "member_id": cast.linda.member}
    mine = {"person_id": cast.marijke.person, "member_id": cast.marijke.member}
    for who, said in (
        (cast.marijke, theirs | {"item_id": asked}), (cast.marijke, mine | {"item_id": asked}),
        (cast.linda, theirs | {"item_id": only}),
    ):  # fmt: skip
        with pytest.raises(ProgrammingError, match="row-level security"), entered(who):
            Signature.objects.bulk_create([Signature(**row, **said)])
    with entered(cast.linda):
        Signature.objects.bulk_create([Signature(**row, **theirs, item_id=asked)])
    with entered(cast.ria):
        assert not Signature.objects.exists()
    item = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.marijke)
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.marijke):
        PlanPart.objects.bulk_create(
            [PlanPart(item_id=item, network_id=cast.network, kind="disagreed")]
        )


def test_what_came_changed_and_ended_since_is_shown_as_the_reader_may_see_it(
    cast: Cast, client_of: Any
) -> None:
    stays = added(cast, cast.marijke, "worry", "De post blijft liggen")
    goes = added(cast, cast.marijke, "worry", "De trap is glad")
    act(cast, cast.jannie, "agree_plan", about=cast.jannie.member)
    nothing = text(client_of(cast.linda).get(at("plan_changes", cast)))
    assert "Er is niets veranderd." in nothing
    added(cast, cast.marijke, "goal", "Elke week de post doen")
    added(cast, cast.anouk, "worry", "Vergeet de pillen", Subject.MEDICATION)
    act(cast, cast.marijke, "end_part", part=goes)
    social, family = (
        text(client_of(who).get(at("plan_changes", cast))) for who in (cast.linda, cast.marijke)
    )
    for shown in (social, family):
        assert "Elke week de post doen" in shown
        assert shown.index("Klaar of niet meer zo") < shown.index("De trap is glad")
        assert "De post blijft liggen" not in shown
    assert "Vergeet de pillen" in family
    assert "Vergeet de pillen" not in social
    yes = PlanPart.objects.using("owner").get(network=cast.network, kind="agreed")
    then = text(client_of(cast.linda).get(at("plan_then", cast, part_id=yes.item_id)))
    assert "De trap is glad" in then
    assert "Elke week de post doen" not in then
    assert client_of(cast.linda).get(at("plan_then", cast, part_id=stays)).status_code == 404


def test_the_plan_of_then_reads_as_it_did_then_for_who_may_read_it(
    cast: Cast, client_of: Any
) -> None:
    about = cast.jannie.member
    worry = added(cast, cast.marijke, "worry", "De post blijft liggen", more="Al een maand")
    pain = added(cast, cast.anouk, "worry", "Veel pijn", Subject.HEALTH, domain="body")
    goal = added(cast, cast.marijke, "goal", "Elke week de post doen")
    # What one promised oneself one can put in other words.
    walk = asked(cast, cast.marijke, cast.marijke, terms=Terms(goal=goal))
    waits = asked(cast, cast.marijke, cast.linda)
    edit(cast, cast.marijke, waits, "Nog niet aangenomen")
    act(cast, cast.jannie, "agree_plan", about=about)
    for who, item, words in (
        (cast.marijke, worry, "De post is een berg"), (cast.anouk, pain, "Minder pijn"),
        (cast.marijke, walk, "Woensdag boodschappen doen"),
    ):  # fmt: skip
        edit(cast, who, item, words)
    act(cast, cast.marijke, "close_goal", goal=goal, attained=0)
    yes = PlanPart.objects.using("owner").get(network=cast.network, kind="agreed").item_id
    family, social = (client_of(who) for who in (cast.marijke, cast.linda))
    then = text(family.get(at("plan_then", cast, part_id=yes)))
    for words in ("De post blijft liggen", "Al een maand", "Veel pijn", "Elke week de post doen",
                  "Donderdag boodschappen doen"):  # fmt: skip
        assert words in then, words
    for words in ("berg", "Minder pijn", "Woensdag", "Nog niet aangenomen", "Wat was er anders"):
        assert words not in then, words
    # Today's page has today's words: the control. The social side sees neither pain.
    changed = text(family.get(at("plan_changes", cast)))
    for words in ("De post is een berg", "Eerst stond er:", "De post blijft liggen", "Veel pijn",
                  "Woensdag boodschappen doen"):  # fmt: skip
        assert words in changed, words
    assert changed.index("Klaar of niet meer zo") < changed.index("Elke week de post doen")
    assert "Nog niet aangenomen" not in changed
    for page in ("plan_changes", "plan_then"):
        parts = {"part_id": yes} if page == "plan_then" else {}
        assert "pijn" not in text(social.get(at(page, cast, **parts)))
    agree(cast, cast.linda, "accept_agreement", waits)
    act(cast, cast.jannie, "agree_plan", about=about)
    newest = PlanPart.objects.using("owner").get(network=cast.network, kind="agreed", ended_at=None)
    second = text(family.get(at("plan_then", cast, part_id=newest.item_id)))
    assert "De post is een berg" in second
    assert second.index("Wat was er anders") < second.index(
        "Nog niet aangenomen", second.index("Wat was er anders")
    )
    assert "Er is niets veranderd." in text(family.get(at("plan_changes", cast)))


def edit(cast: Cast, who: Somebody, item: UUID, words: str, version: int = 1) -> None:
    """Their own words, otherwise."""
    with inside(who.person, (cast.network,)) as viewer:
        edit_item(seat=viewer.seat(cast.network), person=who.person, item=item, title=words,
                  body="", version=version)  # fmt: skip


def test_a_score_is_the_clients_own_or_anothers_and_the_last_one_counts(
    cast: Cast, client_of: Any
) -> None:
    about = str(cast.jannie.member)
    for who, value in ((cast.jannie, "2"), (cast.marijke, "4"), (cast.jannie, "3")):
        answer = post(
            client_of(who), at("score_domains", cast), about=about, **{"score-housing": value}
        )
        assert answer.status_code == 302
    shown = text(client_of(cast.linda).get(at("plan", cast)))
    assert "gaat wel" in shown
    assert shown.index("(Jannie de Wit)") < shown.index("(Marijke de Wit)")
    assert "niet zo goed" not in shown
    rows = PlanPart.objects.using("owner").filter(network=cast.network, kind="score")
    assert rows.count() == 3
    empty = post(client_of(cast.jannie), at("score_domains", cast), about=about)
    assert empty.status_code == 422
