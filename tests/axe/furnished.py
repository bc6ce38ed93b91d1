"""The network the pages are looked at in: that of the doors, with what makes a page full and long."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PIL import Image

from tests.doors.world import World, add, furnish
from zorgverband.agreements.models import Agreement
from zorgverband.base.clock import today
from zorgverband.base.ids import new_id
from zorgverband.notifications.actions import deliver
from zorgverband.record.models import Examination, Measurement, MeasurementPart
from zorgverband.sharing.models import Attachment
from zorgverband.sharing.subjects import Subject

if TYPE_CHECKING:
    from tests.cast import Cast

LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappij"


def furnished(cast: "Cast", files: Path) -> World:
    """A world with news, inboxes, overdue agreements, charts and long words. Its pictures lie in
    `files`, where the running site looks for them."""
    world = furnish(cast)
    _pictures(files)
    world.ids["pressure"] = _measured(cast)
    _overdue(cast)
    _unseen(cast)
    for item in (_long(cast), world.ids["home"], world.ids["health"], world.ids["agreement_home"]):
        _told(cast, item)
    _two_teams(cast)
    return world


def _pictures(files: Path) -> None:
    for attachment in Attachment.objects.using("owner").exclude(thumbnail=""):
        for name in (attachment.stored_as, attachment.thumbnail):
            (files / name).parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (400, 300), "#7a8").save(files / name, "JPEG")


def _long(cast: "Cast") -> UUID:
    words = f"{LONG_WORD} belde. " * 12
    return cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.marijke,
                     title=LONG_WORD, body=words)  # fmt: skip


def _told(cast: "Cast", item: UUID) -> None:
    event = new_id()
    cast.owner.execute(
        "INSERT INTO journal_event (id, network_id, verb, item_id, person_id, at)"
        " VALUES (%s, %s, 'shared', %s, %s, now())",
        [event, cast.network, item, cast.peter.person],
    )
    deliver(event=event)


def _overdue(cast: "Cast") -> None:
    for days, state in ((-3, "accepted"), (4, "asked"), (-9, "done")):
        item = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.marijke,
                         kind="agreement", title="Laten weten of de traplift er komt",
                         in_news=False)  # fmt: skip
        for_whom = cast.linda if days < 0 else cast.marijke
        add(Agreement(item_id=item, network_id=cast.network, executor_id=for_whom.member,
                      due_on=today() + timedelta(days=days), state=state,
                      state_at=datetime.now(UTC)))  # fmt: skip


def _measured(cast: "Cast") -> UUID:
    series = new_id()
    for number in range(7):
        at = datetime.now(UTC) - timedelta(days=9 * number)
        item = cast.item(about=cast.jannie, subject=Subject.RESULTS, author=cast.fatima, at=at,
                         kind="measurement", title="Bloeddruk", in_news=False)  # fmt: skip
        whose = {"network_id": cast.network, "item_id": item}
        add(Measurement(**whose, about_id=cast.jannie.member, name="Bloeddruk", series=series,
                        taken_at=at))  # fmt: skip
        for position, (name, value) in enumerate((("bovendruk", 140), ("onderdruk", 80))):
            add(MeasurementPart(**whose, position=position, name=name, value=value + number,
                                unit="mmHg"))  # fmt: skip
    return series


def _unseen(cast: "Cast") -> None:
    """An examination of which Hanneke, who reads results from today on, only knows that it is there."""
    item = cast.item(about=cast.jannie, subject=Subject.RESULTS, author=cast.anouk,
                     kind="examination", title="Hartfilmpje")  # fmt: skip
    add(Examination(item_id=item, network_id=cast.network, about_id=cast.jannie.member, kind="ecg",
                    name="Hartfilmpje", state="done", on_date=today()))  # fmt: skip
    cast.permit(cast.hanneke, Subject.RESULTS, about=cast.jannie, read=True, write=True)


def _two_teams(cast: "Cast") -> None:
    """Bart takes part in the other network through two teams only, and has not chosen."""
    from zorgverband.networks.models import Member, Presence, Role
    from zorgverband.people.models import Organisation, Team, TeamPerson

    assert cast.other is not None
    cast.other.end(cast.other.bart)
    bart, since = cast.other.bart, datetime.now(UTC) - timedelta(days=9)
    organisation = add(Organisation(id=new_id(), name="Huisartsenpost De Haven", kind="gp"))
    for name in ("Team dag", "Team avond en nacht"):
        team = add(Team(id=new_id(), organisation_id=organisation, name=name))
        add(TeamPerson(id=new_id(), team_id=team, person_id=bart.person, function="gp",
                       starts_at=since))  # fmt: skip
        here = {"network_id": bart.network}
        member = add(Member(**here, id=new_id(), team_id=team, side="care", joined_at=since))
        add(Role(**here, id=new_id(), member_id=member, function="gp"))
        add(Presence(**here, id=new_id(), member_id=member, person_id=bart.person))
