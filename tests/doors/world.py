"""The network the doors are tried on: the cast, with one of everything an address can name.

Of what can be medical there are two, under the same kind: `home` (not medical, and the municipality
reads it) and `health`. Words that must never stand in an address are in `SECRET`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from tests.cast import Cast
from tests.rows import put
from zorgverband.advice.models import Advice
from zorgverband.agenda.feed_addresses import token_of as feed_token
from zorgverband.agenda.models import Feed, Kind, Transport, TurnAsked, Visit
from zorgverband.agreements.models import Agreement
from zorgverband.base.clock import today
from zorgverband.base.ids import new_id
from zorgverband.base.repeating import FOREVER, Repeat
from zorgverband.base.secret_links import token_hash
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.complaints.models import Complaint, Insight
from zorgverband.control.models import Proposal
from zorgverband.export.models import Taking
from zorgverband.meetings.models import (
    Meeting,
    Note,
    Participant,
    Point,
    PolicyMeeting,
    PolicyNote,
    PolicyPoint,
    PollOption,
)
from zorgverband.membership.models import Invitation
from zorgverband.membership.tokens import code_hash, code_of, token_of
from zorgverband.networks.models import Authority, Representation, Substitute
from zorgverband.organisations.models import (
    Employment,
    Neighbourhood,
    NeighbourhoodOrganisation,
    OrganisationKeeper,
    ProgrammeKeeper,
    WorkInvitation,
)
from zorgverband.papers.models import Letter
from zorgverband.people.models import Organisation, Team, TeamPerson
from zorgverband.plan.models import Goal, PlanPart, Suggestion
from zorgverband.programmes.models import Programme, ProgrammeLine, ProgrammeVersion
from zorgverband.record.models import (
    Allergy,
    Examination,
    Measurement,
    Medication,
    Problem,
    ResultQuestion,
)
from zorgverband.requests.models import Act, Request
from zorgverband.safety.models import Opening
from zorgverband.sharing.models import (
    Attachment,
    Compartment,
    CompartmentMember,
    Emergency,
    Reply,
    Version,
)
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.models import (
    Conversation,
    OutsideQuestion,
    Question,
    Report,
    ReportLink,
    Urgency,
)
from zorgverband.talks.models import Message as TalkMessage
from zorgverband.talks.outside_link import token_of as outside_link

from . import helping, homecoming
from .handed_over import handed_over
from .held import held_meetings

SECRET = ("dakgoot", "zwachtel", "kraanlek", "bloedarmoede", "wondzorg", "aardlek", "furosemide")
HOME, HEALTH = Subject.HOME, Subject.HEALTH


@dataclass(frozen=True)
class World:
    """A cast, what stands in its network by name, and the words a form needs by name."""

    cast: Cast
    ids: dict[str, UUID]
    token: str
    code: str
    seen: dict[str, str]

    @property
    def network(self) -> UUID:
        """The network everybody of the table is inside of."""
        return self.cast.network


@transaction.atomic(using="owner")
def furnish(cast: Cast, *, medical: bool = True) -> World:
    """Put one of everything in the cast's network; Joost is removed, Sanne kept out. Without what
    is `medical` the addresses of those samples lead nowhere."""
    ids: dict[str, UUID] = _meeting(cast) | {"substitute": _substitute(cast)}
    for name, subject in (("home", HOME), ("health", HEALTH))[: 2 if medical else 1]:
        ids |= _message(cast, name, subject)
        ids |= _agreement(cast, f"agreement_{name}", subject)
        ids |= _asked(cast, f"asked_{name}", subject)
        ids |= _goal(cast, f"goal_{name}", subject)
        ids |= _bottleneck(cast, f"bottleneck_{name}", subject, ids[f"agreement_{name}"])
        ids |= _advice(cast, f"advice_{name}", subject)
        ids |= _other_plan(cast, name, subject)
        ids |= _talk(cast, f"talk_{name}", subject)
        ids |= handed_over(cast, name)
        ids |= _point(cast, ids["meeting"], name, subject)
        ids |= homecoming.needed(cast, f"needed_{name}", subject, ids[f"agreement_{name}"])
        ids |= helping.asked(cast, name, subject)
    ids |= homecoming.closed(cast) | helping.taken(cast)
    if medical:
        ids |= homecoming.discharge(cast, ids["needed_home"], ids["needed_health"])
    ids |= _requests(cast) | _work(cast) | _exceptions(cast) | _outside(cast)
    ids |= held_meetings(cast, add, medical=medical)
    ids |= _programmes(cast) | _policy(cast, ids["organisation"])
    ids |= _complaints(cast) | _reports(cast)
    ids |= _agenda(cast) | _teams() | (_record(cast) if medical else {})
    ids["person"] = ids["looker"] = cast.sanne.person
    put(cast.owner, {"journal_look": [_looked(cast)]})
    ids |= _compartment(cast)
    if medical:
        ids["emergency"] = _emergency(cast)
    ids |= {f"member_{key}": one.member for key, one in cast.people.items()}
    ids |= _deciding(cast)
    invitation, token, code = _invitations(cast, ids["compartment"])
    cast.end(cast.joost)
    put(cast.owner, {"networks_exclusion": [_excluded(cast)]})
    ids["taking"] = add(Taking(network_id=cast.network, person_id=cast.jannie.person,
                               about_id=cast.jannie.member, asked_at=datetime.now(UTC)))  # fmt: skip
    return World(cast, ids | invitation, token, code, {})


def _meeting(cast: Cast) -> dict[str, UUID]:
    """A meeting the coordinator called, to which both sides are asked."""
    item = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.hanneke,
                     kind="meeting", title="Hoe verder thuis", in_news=False)  # fmt: skip
    here = {"network_id": cast.network, "item_id": item}
    add(Meeting(**here, chair_id=cast.hanneke.member, place="Wijkcentrum"))
    for one in (cast.jannie, cast.marijke, cast.fatima, cast.anouk, cast.linda):
        add(Participant(**here, member_id=one.member))
    moment = PollOption(**here, starts_at=datetime(2199, 1, 1, 10, tzinfo=UTC))
    return {"meeting": item, "moment": add(moment)}


def _point(cast: Cast, meeting: UUID, name: str, subject: Subject) -> dict[str, UUID]:
    """A point of it, with a note under it."""
    words = "Wondzorg" if subject.medical else "Aardlek"
    common: dict[str, Any] = {"about": cast.jannie, "subject": subject, "in_news": False}
    item = cast.item(**common, author=cast.fatima, kind="meeting_point", title=words)
    note = cast.item(**common, author=cast.fatima, kind="meeting_note", body=f"{words} regelen")
    here = {"network_id": cast.network}
    add(Point(**here, item_id=item, meeting_id=meeting))
    add(Note(**here, item_id=note, point_id=item, kind="action"))
    return {f"point_{name}": item, f"note_{name}": note}


def _policy(cast: Cast, organisation: UUID) -> dict[str, UUID]:
    """A meeting on policy of Fatima's organisation, with a point and an action."""
    made = {"made_by_id": cast.fatima.person, "made_at": datetime.now(UTC)}
    meeting = add(PolicyMeeting(
        organisation_id=organisation, title="Werkoverleg", on_date=datetime.now(UTC).date(), **made
    ))  # fmt: skip
    topic = add(PolicyPoint(meeting_id=meeting, title="Rooster", **made))
    action = add(PolicyNote(point_id=topic, kind="action", words="Rooster maken", **made))
    return {"policy": meeting, "topic_policy": topic, "action_policy": action}


def _programmes(cast: Cast) -> dict[str, UUID]:
    """A standard programme, and a line of it that is not medical; and the neighbourhood where Fatima
    keeps a draft, and Sanne some days later."""
    line = ProgrammeLine.objects.using("owner").get(
        version__programme__code="frail_elder", version__programme__neighbourhood=None,
        version__number=1, kind="question", code="matters",
    )  # fmt: skip
    return {"version": line.version_id, "line": line.id, **_drafted(cast)}


def _drafted(cast: Cast) -> dict[str, UUID]:
    team, begun = (
        Team.objects.using("owner").get(id=cast.fatima.team or new_id()),
        datetime.now(UTC),
    )
    place = add(Neighbourhood(name=f"Buurt {new_id().hex[-12:]}"))
    dates: dict[str, Any] = {"neighbourhood_id": place, "starts_at": begun}
    add(NeighbourhoodOrganisation(organisation_id=team.organisation_id, **dates))
    add(ProgrammeKeeper(person_id=cast.fatima.person, **dates))
    keeping = add(ProgrammeKeeper(
        neighbourhood_id=place, person_id=cast.sanne.person, starts_at=begun + timedelta(days=1),
        ends_at=begun + timedelta(days=9),
    ))  # fmt: skip
    programme = add(Programme(code=f"own_{place.hex}", neighbourhood_id=place))
    draft = add(ProgrammeVersion(programme_id=programme, number=1, title="Samen eten", subject=8,
                                 made_at=begun, made_by_id=cast.fatima.person))  # fmt: skip
    line = add(ProgrammeLine(version_id=draft, place=1, kind="goal", code="eat", subject=8,
                             words="Ik eet met anderen."))  # fmt: skip
    return {"neighbourhood": place, "keeping": keeping, "own_programme": programme,
            "own_draft": draft, "draft_line": line}  # fmt: skip


def _deciding(cast: Cast) -> dict[str, UUID]:
    """Peter acts for his mother in money matters and has authority, which means nothing for who is
    grown up; the coordinator proposes that Marijke decides."""
    begun: dict[str, Any] = {"network_id": cast.network, "starts_at": datetime.now(UTC)}
    add(Authority(child_id=cast.jannie.member, parent_id=cast.peter.member, **begun))
    proposal = Proposal(
        network_id=cast.network, kind=Proposal.Kind.REPRESENT, about_id=cast.jannie.member,
        medical=False, proposed_by_id=cast.hanneke.person, proposed_member_id=cast.hanneke.member,
        created_at=datetime.now(UTC),
        payload={"representative": str(cast.marijke.member), "ground": "authorisation",
                 "subjects": [6, 7], "review_on": "2199-01-01"},
    )  # fmt: skip
    return {
        "representation": add(
            Representation(
                client_id=cast.jannie.member,
                representative_id=cast.peter.member,
                ground="authorisation",
                subjects=[10],
                **begun,
            )
        ),
        "proposal": add(proposal),
    }


def _exceptions(cast: Cast) -> dict[str, UUID]:
    """A message with an objection to Peter, one shared with Ria, and an objection to Peter about
    work."""
    cast.permit(cast.peter, Subject.WORK, about=cast.jannie)
    cast.owner.execute("UPDATE sharing_permission SET ground = 'objection' WHERE member_id = %s "
                       "AND subject = %s", [cast.peter.member, int(Subject.WORK)])  # fmt: skip
    common: dict[str, Any] = {"about": cast.jannie, "subject": HOME, "author": cast.fatima,
                              "in_news": False}  # fmt: skip
    return {
        "denied": cast.item(**common, denied=[cast.peter.member]),
        "allowed": cast.item(**common, allowed=[cast.ria.member]),
    }


def _looked(cast: Cast) -> dict[str, Any]:
    who = cast.sanne
    return {"id": new_id(), "network_id": cast.network, "about_id": cast.jannie.member,
            "subject": int(HOME), "compartment_id": None, "person_id": who.person,
            "person_name": who.name, "member_id": who.member, "side": who.side,
            "function": who.function, "organisation": "", "action": "R", "door": "news",
            "items": [new_id()], "ground": "permission", "address": "", "source": "zorgverband",
            "outcome": "ok", "at": datetime.now(UTC) - timedelta(days=3)}  # fmt: skip


def _excluded(cast: Cast) -> dict[str, Any]:
    return {"id": new_id(), "network_id": cast.network, "person_id": cast.sanne.person,
            "starts_at": datetime.now(UTC) - timedelta(days=1), "ends_at": None}  # fmt: skip


def _substitute(cast: Cast) -> UUID:
    """The nurses look after the network for Hanneke, two months from now."""
    begins = datetime.now(UTC) + timedelta(days=60)
    return add(Substitute(network_id=cast.network, coordinator_id=cast.hanneke.member,
                          substitute_id=cast.fatima.member, named_by_id=cast.hanneke.person,
                          starts_at=begins, ends_at=begins + timedelta(days=10)))  # fmt: skip


def add(row: Any) -> UUID:
    """Put one row there as the owner; its key."""
    row.save(using="owner", force_insert=True)
    return UUID(str(row.pk))


def _message(cast: Cast, name: str, subject: Subject) -> dict[str, UUID]:
    words = {"home": ("dakgoot", "kraanlek"), "health": ("zwachtel", "bloedarmoede")}[name]
    item = cast.item(about=cast.jannie, subject=subject, author=cast.fatima,
                     title=words[0].title(), body=f"Iets over {words[1]}.", version=2)  # fmt: skip
    here = {"network_id": cast.network, "item_id": item}
    add(Version(**here, number=1, body=words[0], author_id=cast.fatima.person,
                written_at=datetime.now(UTC)))  # fmt: skip
    add(Reply(**here, author_id=cast.anouk.person, author_member_id=cast.anouk.member,
              created_at=datetime.now(UTC), body=words[1]))  # fmt: skip
    photo = add(Attachment(**here, name=f"{words[0]}.jpg", content_type="image/jpeg", size=99,
                           stored_as=_stored(), thumbnail=_stored()))  # fmt: skip
    return {name: item, f"file_{name}": photo}


def _talk(cast: Cast, name: str, subject: Subject) -> dict[str, UUID]:
    """A conversation with one message in it."""
    words = "kraanlek" if subject is HOME else "zwachtel"
    now = datetime.now(UTC)
    item = cast.item(about=cast.jannie, subject=subject, author=cast.fatima, title=words.title(),
                     body=f"Samen over {words}.", kind="conversation")  # fmt: skip
    Conversation.objects.using("owner").bulk_create([
        Conversation(item_id=item, network_id=cast.network, last_number=1, last_at=now)
    ])  # fmt: skip
    message = add(TalkMessage(
        network_id=cast.network, item_id=item, number=1, author_id=cast.fatima.person,
        author_member_id=cast.fatima.member, created_at=now, body=f"Nog iets over {words}.",
    ))  # fmt: skip
    return {name: item, f"message_{name}": message}


def _outside(cast: Cast) -> dict[str, UUID]:
    """What the GP asked somebody outside: one that waits, and one that was answered."""
    found, now = {}, datetime.now(UTC)
    for name in ("outside", "outside_done"):
        number = new_id()
        found[f"question_{name}"] = add(OutsideQuestion(
            id=number, network_id=cast.network, asker_id=cast.anouk.person,
            asker_member_id=cast.anouk.member, topic="Een wond", body="Wat doet u hiermee?",
            email="collega@voorbeeld.nl", token_hash=token_hash(outside_link(number)),
            created_at=now, expires_at=now + timedelta(days=14),
            answered_at=now if name == "outside_done" else None,
            answer="Rust." if name == "outside_done" else "", answered_by="Een collega",
        ))  # fmt: skip
    return found


@cache
def _stored() -> str:
    """A real picture in storage, the same for all."""
    content = ContentFile(b"")
    Image.new("RGB", (2, 2)).save(content, "JPEG")
    return default_storage.save("doors/picture.jpg", content)


def _agreement(cast: Cast, name: str, subject: Subject) -> dict[str, UUID]:
    item = cast.item(about=cast.jannie, subject=subject, author=cast.hanneke, kind="agreement",
                     title="Wondzorg" if subject.medical else "Aardlek", in_news=False)  # fmt: skip
    return {name: add(Agreement(item_id=item, network_id=cast.network,
                                executor_id=cast.anouk.member, state_at=datetime.now(UTC)))}  # fmt: skip


def _asked(cast: Cast, name: str, subject: Subject) -> dict[str, UUID]:
    now = datetime.now(UTC)
    item = cast.item(about=cast.jannie, subject=subject, author=cast.hanneke, kind="question",
                     title="Mag de zwachtel eraf?" if subject.medical else "Is de dakgoot heel?",
                     in_news=False)  # fmt: skip
    return {name: add(Question(item_id=item, network_id=cast.network, urgency=Urgency.THIS_WEEK,
                               to_member_id=cast.anouk.member, due_at=now + timedelta(days=3),
                               remind_at=now + timedelta(days=2), state_by_id=cast.hanneke.person,
                               state_at=now))}  # fmt: skip


def _bottleneck(cast: Cast, name: str, subject: Subject, fact: UUID) -> dict[str, UUID]:
    since = datetime.now(UTC) - timedelta(days=3)
    return {name: add(Bottleneck(
        network_id=cast.network, kind="agreement_unaccepted", key=str(fact), digest="",
        about_id=cast.jannie.member, subject=int(subject), facts=[fact], who_id=cast.anouk.member,
        since=since, opened_at=since, seriousness=5,
    ))}  # fmt: skip


def _requests(cast: Cast) -> dict[str, UUID]:
    """The client asks the nurse to remove what she wrote: one for each answer."""
    found = {}
    for name in ("request", "request_no", "request_longer", "request_back"):
        target = cast.item(about=cast.jannie, subject=HOME, author=cast.fatima, in_news=False)
        readers = [cast.fatima.member]
        item = cast.item(about=cast.jannie, subject=HOME, author=cast.jannie, kind="request",
                         in_news=False, audience=readers, allowed=readers)  # fmt: skip
        found[name] = add(Request(item_id=item, network_id=cast.network, of_item_id=target,
                                  act=Act.REMOVE, answerer_id=cast.fatima.member,
                                  due_on=today()))  # fmt: skip
    return found


def _reports(cast: Cast) -> dict[str, UUID]:
    """The neighbour passed something on, and has a link to do so without an account."""
    readers, made = [cast.hanneke.member, cast.jannie.member], datetime.now(UTC)
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria, kind="report",
                     title="Eten en drinken", in_news=False, audience=readers)  # fmt: skip
    add(Report(item_id=item, network_id=cast.network, noticed="food", since="today",
               remind_on=today() + timedelta(days=3)))  # fmt: skip
    link = new_id()
    add(ReportLink(id=link, network_id=cast.network, member_id=cast.ria.member,
                   token_hash=token_hash(token_of(link)), made_by_id=cast.hanneke.person,
                   made_at=made, expires_at=made + timedelta(days=90)))  # fmt: skip
    return {"report_item": item, "report_link": link}


def _complaints(cast: Cast) -> dict[str, UUID]:
    """The client complains about the nurses, for the coordinator to handle: one for each act; and
    opened something for one of them."""
    found, handler = {}, cast.hanneke.member
    for name in (
        "complaint",
        "complaint_got",
        "complaint_longer",
        "complaint_answer",
        "complaint_end",
        "complaint_other",
    ):
        item = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.jannie,
                         kind="complaint", title="Te laat", in_news=False, audience=[handler],
                         allowed=[handler])  # fmt: skip
        found[name] = add(Complaint(
            item_id=item, network_id=cast.network, kind="complaint", against_id=cast.fatima.member,
            handler_id=handler, receipt_by=today(), answer_by=today() + timedelta(weeks=6),
        ))  # fmt: skip
    found["insight_complaint"] = add(Insight(
        network_id=cast.network, complaint_id=found["complaint"], member_id=handler,
        about_id=cast.jannie.member, subjects=[int(Subject.WORK)], given_by_id=cast.jannie.person,
        starts_at=datetime.now(UTC),
    ))  # fmt: skip
    return found


def _goal(cast: Cast, name: str, subject: Subject) -> dict[str, UUID]:
    item = cast.item(about=cast.jannie, subject=subject, author=cast.hanneke, kind="plan_goal",
                     title="Wondzorg thuis" if subject.medical else "Aardlek verhelpen",
                     in_news=False)  # fmt: skip
    here = {"item_id": item, "network_id": cast.network}
    add(PlanPart(**here, kind="goal"))
    add(Goal(**here))
    asked = cast.item(about=cast.jannie, subject=subject, author=cast.hanneke, kind="plan_to_ask",
                      title="Furosemide nemen?" if subject.medical else "Wie heeft een sleutel?",
                      in_news=False)  # fmt: skip
    add(PlanPart(item_id=asked, network_id=cast.network, kind="to_ask"))
    found = {name: item, name.replace("goal", "question"): asked}
    if subject.medical:
        return found
    yes = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.jannie,
                    kind="plan_agreed", title="Ja tegen het plan", in_news=False)  # fmt: skip
    add(PlanPart(item_id=yes, network_id=cast.network, kind="agreed"))
    return {**found, "goal_then": yes}


def _advice(cast: Cast, name: str, subject: Subject) -> dict[str, UUID]:
    what = "zwachtel" if subject.medical else "dakgoot"
    item = cast.item(about=cast.jannie, subject=subject, author=cast.fatima, kind="advice",
                     title=f"Iets anders ({what}): wel doen", in_news=False)  # fmt: skip
    return {name: add(Advice(item_id=item, network_id=cast.network, about_id=cast.jannie.member,
                             topic="other", what=what, direction="do"))}  # fmt: skip


def _other_plan(cast: Cast, name: str, subject: Subject) -> dict[str, UUID]:
    """A plan of another system, with something to agree on and somebody to invite."""
    item = cast.item(about=cast.jannie, subject=subject, author=cast.hanneke,
                     kind="plan_other_plan", title="Steunkousen" if subject.medical else "Zolder",
                     in_news=False)  # fmt: skip
    here = {"item_id": item, "network_id": cast.network}
    add(PlanPart(**here, kind="other_plan"))
    deed = Suggestion(**here, kind="deed", key="", what="Kousen aandoen")
    mate = Suggestion(**here, kind="person", key="", what="Kees Kous")
    return {f"goal_plan_{name}": item, f"suggestion_{name}": add(deed),
            f"suggestion_mate_{name}": add(mate)}  # fmt: skip


def _agenda(cast: Cast) -> dict[str, UUID]:
    day = today()
    found = {}
    for name, stopped in (("visit", None), ("visit_stopped", day)):
        item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.fatima,
                         kind="visit", title="Bezoek", in_news=False)  # fmt: skip
        found[name] = add(Visit(
            item_id=item, network_id=cast.network, who_id=cast.fatima.member, first_on=day,
            last_on=FOREVER, starts=time(0, 1), repeat=Repeat.DAILY, stopped_from=stopped,
        ))  # fmt: skip
    out = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.fatima, kind="visit",
                    title="Ergens naartoe", in_news=False)  # fmt: skip
    found["visit_out"] = add(Visit(
        item_id=out, network_id=cast.network, who_name="De kapper", kind=Kind.OUT, first_on=day,
        last_on=FOREVER, starts=time(0, 1), repeat=Repeat.DAILY, transport=Transport.NOBODY,
    ))  # fmt: skip
    found["back_asked_turn"] = add(TurnAsked(
        id=new_id(), network_id=cast.network, item_id=out, on_date=day + timedelta(days=1),
        from_member_id=cast.fatima.member, to_member_id=cast.marijke.member,
        asked_by_id=cast.fatima.person, asked_at=datetime.now(UTC),
    ))  # fmt: skip
    feed = new_id()
    found["feed"] = add(Feed(
        id=feed, network_id=cast.network, person_id=cast.linda.person, made_at=datetime.now(UTC),
        member_id=cast.linda.member, titles=True, token_hash=token_hash(feed_token(feed)),
    ))  # fmt: skip
    now = datetime.now(UTC)
    found["letter"] = add(Letter(
        network_id=cast.network, client_id=cast.jannie.member, since=now - timedelta(days=9),
        until=now - timedelta(days=2), brought_on=today(), brought_by_id=cast.ria.member,
        noted_by_id=cast.marijke.person, noted_at=now,
    ))  # fmt: skip
    return found


def _record(cast: Cast) -> dict[str, UUID]:
    def entry(name: str, model: Any, subject: Subject, **columns: Any) -> UUID:
        item = cast.item(about=cast.jannie, subject=subject, author=cast.fatima, kind=name,
                         title="Furosemide", in_news=False)  # fmt: skip
        whose = {"network_id": cast.network, "about_id": cast.jannie.member}
        return add(model(item_id=item, name="Furosemide", **whose, **columns))

    series = new_id()
    entry("allergy", Allergy, HEALTH)
    entry("measurement", Measurement, Subject.RESULTS, series=series, value=80, unit="kg",
          taken_at=datetime.now(UTC))  # fmt: skip
    return {
        "medication": entry("medication", Medication, Subject.MEDICATION),
        "problem": entry("problem", Problem, HEALTH),
        "examination": entry("examination", Examination, Subject.RESULTS, state="planned"),
        "series": series,
        "question": _question(cast),
    }


def _question(cast: Cast) -> UUID:
    """The nurse asks the client for an earlier result."""
    item = cast.item(about=cast.jannie, subject=Subject.RESULTS, author=cast.fatima,
                     kind="result_question", title="Uitslag over bloedarmoede?",
                     audience=[cast.jannie.member])  # fmt: skip
    whose = {"network_id": cast.network, "about_id": cast.jannie.member}
    return add(ResultQuestion(item_id=item, **whose, kind="ecg", member_id=cast.fatima.member))


def _compartment(cast: Cast) -> dict[str, UUID]:
    """In which the GP and the municipality are named."""
    here, at = {"network_id": cast.network}, datetime.now(UTC)
    one = add(Compartment(**here, about_id=cast.jannie.member, title="Kraanlek", created_at=at,
                          made_by_id=cast.anouk.person))  # fmt: skip
    for member in (cast.anouk.member, cast.linda.member):
        add(CompartmentMember(**here, compartment_id=one, member_id=member))
    opening = add(Opening(**here, compartment_id=one, opens_at=at + timedelta(days=9), note="Team",
                          decided_by_id=cast.anouk.person, decided_at=at))  # fmt: skip
    return {"compartment": one, "opening": opening}


def _emergency(cast: Cast) -> UUID:
    now = datetime.now(UTC)
    return add(Emergency(network_id=cast.network, member_id=cast.anouk.member, starts_at=now,
                         client_id=cast.jannie.member, person_id=cast.anouk.person,
                         reason="Gevallen, kraanlek", ends_at=now + timedelta(minutes=59)))  # fmt: skip


def _teams() -> dict[str, UUID]:
    kind = Organisation.Kind.HOME_CARE
    organisation = add(Organisation(id=new_id(), name="Thuiszorg Noord", kind=kind))
    return {"team": add(Team(id=new_id(), organisation_id=organisation, name="Team Zuid"))}


def _work(cast: Cast) -> dict[str, UUID]:
    """Fatima keeps the list of her organisation; Sanne works there; somebody was asked."""
    assert cast.fatima.team is not None
    team = Team.objects.using("owner").get(id=cast.fatima.team)
    here, at = {"organisation_id": team.organisation_id}, datetime.now(UTC) - timedelta(days=9)
    for one in (cast.fatima, cast.sanne):
        add(Employment(**here, person_id=one.person, function=one.function, starts_at=at))
    add(OrganisationKeeper(**here, person_id=cast.fatima.person, starts_at=at))
    turn = TeamPerson.objects.using("owner").get(person=cast.sanne.person).id
    asked, until = new_id(), datetime.now(UTC) + timedelta(days=9)
    add(WorkInvitation(
        **here, id=asked, given_name="Kees", family_name="Mol", function="home_carer",
        email=f"werk.{asked.hex[-12:]}@voorbeeld.test", invited_by_id=cast.fatima.person,
        created_at=at, expires_at=until, token_hash=token_hash(token_of(asked)),
        code_hash=code_hash(token_hash(token_of(asked)), code_of(asked, until)),
    ))  # fmt: skip
    empty = add(Team(id=new_id(), organisation_id=team.organisation_id, name="Team Leeg"))
    return {"organisation": team.organisation_id, "team_brug": team.id, "team_empty": empty,
            "turn": turn, "asked": asked}  # fmt: skip


def _invitations(cast: Cast, compartment: UUID) -> tuple[dict[str, UUID], str, str]:
    """A draft of the client, an invitation that was sent, with its link and code, and one that was
    put before the client."""
    common = {
        "network_id": cast.network, "side": "family", "function": "friend", "given_name": "Kees",
        "family_name": "Mol", "permissions": [], "invited_by_id": cast.jannie.person,
        "created_at": datetime.now(UTC),
    }  # fmt: skip
    draft = add(Invitation(**common, email=f"kees.{new_id().hex[-12:]}@voorbeeld.test"))
    sent, until = new_id(), datetime.now(UTC) + timedelta(days=9)
    token, code = token_of(sent), code_of(sent, until)
    add(Invitation(
        **common, id=sent, email=f"mol.{sent.hex[-12:]}@voorbeeld.test", expires_at=until,
        confirmed_at=datetime.now(UTC), sent_at=datetime.now(UTC), token_hash=token_hash(token),
        code_hash=code_hash(token_hash(token), code),
    ))  # fmt: skip
    by = cast.hanneke.person
    put = add(Invitation(
        **common | {"invited_by_id": by}, prepared_by_id=by, put_at=datetime.now(UTC),
        email=f"put.{new_id().hex[-12:]}@voorbeeld.test",
    ))  # fmt: skip
    inside = add(Invitation(
        **common | {"side": "social", "function": "social_worker",
                    "invited_by_id": cast.anouk.person},
        compartment=compartment, expires_at=until, token_hash=new_id().hex, code_hash="0",
        confirmed_at=datetime.now(UTC), email=f"in.{new_id().hex[-12:]}@voorbeeld.test",
    ))  # fmt: skip
    return {"draft": draft, "invitation": sent, "put": put, "asked_inside": inside}, token, code
