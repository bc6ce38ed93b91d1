"""Who is told of a changed day, once; and what the social side can see of it: nothing of why."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from tests.cast import Cast, Somebody, gather
from tests.visitor import inside, text
from zorgverband.handovers.actions.move_discharge import move_discharge, move_needed
from zorgverband.handovers.actions.need_something import need_something
from zorgverband.handovers.models import Needed
from zorgverband.journal.models import Event
from zorgverband.notifications.actions import deliver
from zorgverband.notifications.models import Notice
from zorgverband.sharing.subjects import Subject

from .going_home import asked, line_of, on, opened, says_yes

Client = Callable[..., Any]
TRACES = ("ziekenhuis", "ontslag", "discharge", "wond", "orthopedie", "zuster bea", "naar huis")


def events(cast: Cast) -> list[Event]:
    return list(Event.objects.using("owner").filter(network_id=cast.network).order_by("at", "id"))


def test_of_a_changed_day_everybody_concerned_is_told_once(cast: Cast) -> None:
    item = opened(cast, cast.hanneke, day=on(6))
    wound, household = line_of(cast, "wound"), line_of(cast, "household")
    for need, who, days in ((wound, cast.anouk, range(7)), (household, cast.linda, (1,))):
        says_yes(cast, who, asked(cast, cast.hanneke, need, who, tuple(days)))
    before = {one.id for one in events(cast)}
    with inside(cast.hanneke.person, [cast.network]) as viewer:
        move_discharge(
            seat=viewer.seat(cast.network), person=cast.hanneke.person, discharge=item, on=on(8),
            words="Nog koorts",
        )  # fmt: skip
    made = [one for one in events(cast) if one.id not in before]
    for one in made:
        deliver(event=one.id)
    told = Counter(
        Notice.objects.using("owner")
        .filter(event_id__in=[one.id for one in made])
        .values_list("person_id", flat=True)
    )
    assert set(told.values()) == {1}
    for who in (cast.jannie, cast.anouk, cast.fatima, cast.marijke, cast.linda):
        assert told[who.person] == 1, who.name
    assert cast.hanneke.person not in told
    assert cast.ria.person not in told


@pytest.mark.slow
def test_the_social_side_hears_the_same_with_and_without_a_hospital(
    owner: Any, client_of: Client
) -> None:
    heard = []
    for hospital in (True, False):
        cast = gather(owner)
        need = _with_hospital(cast) if hospital else _plainly(cast)
        mine = _as_linda(cast, cast.linda)
        heard.append(mine)
        page = text(client_of(cast.linda).get(
            reverse("needed", kwargs={"network_id": cast.network, "needed_id": need})))  # fmt: skip
        shown = page.lower()
        assert "hulp in het huishouden" in shown
        assert not [trace for trace in TRACES if trace in shown]
    assert heard[0] == heard[1]
    assert ("agreement_renewed", "agreement") in heard[0]


def _with_hospital(cast: Cast) -> UUID:
    item = opened(cast, cast.marijke, day=on(6), lines=("household", "washing"))
    need = line_of(cast, "household")
    says_yes(cast, cast.linda, asked(cast, cast.marijke, need, cast.linda, (1,)))
    with inside(cast.marijke.person, [cast.network]) as viewer:
        seat = viewer.seat(cast.network)
        move_discharge(seat=seat, person=cast.marijke.person, discharge=item, on=on(8))
    return need


def _plainly(cast: Cast) -> UUID:
    person = cast.marijke.person
    with inside(person, [cast.network]) as viewer:
        need = need_something(
            seat=viewer.seat(cast.network), person=person, about=cast.jannie.member,
            subject=Subject.HOME, what="Hulp in het huishouden", starts_on=on(6), weekdays=(1,),
            line="household",
        )  # fmt: skip
    says_yes(cast, cast.linda, asked(cast, cast.marijke, need, cast.linda, (1,)))
    with inside(person, [cast.network]) as viewer:
        move_needed(seat=viewer.seat(cast.network), person=person, needed=need, on=on(8))
    return need


def _as_linda(cast: Cast, linda: Somebody) -> list[tuple[str, str]]:
    """What happened, as far as she may know, and what her inbox gets of it."""
    for one in events(cast):
        deliver(event=one.id)
    with inside(linda.person, [cast.network]):
        seen = Event.objects.filter(network_id=cast.network).order_by("at", "id")
        happened = list(seen.values_list("verb", "item_id"))
        ids = Notice.objects.values_list("event_id", flat=True)
        told = list(seen.filter(id__in=list(ids)).values_list("verb", flat=True))
        assert Needed.objects.filter(network_id=cast.network).count() == 1
    kinds: dict[UUID | None, str] = dict(_kinds(cast))
    # The need itself and what belongs to it; the verbs of what is medical are not there at all.
    return sorted((verb, kinds.get(item, "")) for verb, item in happened) + sorted(
        (verb, "told") for verb in told
    )


def _kinds(cast: Cast) -> list[tuple[UUID, str]]:
    from zorgverband.sharing.models import Item

    rows = Item.objects.using("owner").filter(network_id=cast.network)
    return list(rows.values_list("id", "kind"))
