"""Asking at a door: the address for what an ask names, the words for its form, and the answer."""

import io
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests.cast import Somebody
from tests.visitor import inside
from zorgverband.agenda.feed_addresses import token_of as feed_token
from zorgverband.base import clock
from zorgverband.base.clock import today
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere
from zorgverband.fhir import uploads
from zorgverband.membership.tokens import code_of, token_of
from zorgverband.organisations.models import WorkInvitation
from zorgverband.people.models import Account
from zorgverband.plan.history import history
from zorgverband.plan.signing import fingerprint
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.outside_link import token_of as outside_link
from zorgverband.ui.stylesheet import stylesheet

from .table import Door, patterns
from .world import World

SUBJECTS = {"home": Subject.HOME, "health": Subject.HEALTH, "arrangements": Subject.ARRANGEMENTS}
_OWN_PREFIX = {
    "file_id": "file_",
    "agreement_id": "agreement_",
    "goal_id": "goal_",
    "message_id": "message_",
    "question_id": "question_",
    "part_id": "goal_",
    "bottleneck_id": "bottleneck_",
    "suggestion_id": "suggestion_",
    "topic_id": "topic_",
    "action_id": "action_",
    "point_id": "point_",
    "note_id": "note_",
    "handover_id": "handover_",
    "taken_id": "taken_",
    "asked_id": "back_",
    "insight_id": "insight_",
    "needed_id": "needed_",
    "help_id": "help_",
    "away_id": "",
    "link_id": "",
}
_ALIASES = {"about_id": "member_jannie", "person_id": "person", "network_id": ""}


def address(name: str, what: str, world: World, *, network: UUID | None = None) -> str:
    """The address of a door for a sample of this world, in its own network or in another."""
    parts: dict[str, Any] = {}
    for part in _parts(name):
        parts[part] = _part(name, part, what, world)
    if "network_id" in parts:
        parts["network_id"] = network or world.network
    return reverse(name, kwargs=parts)


# Who posts these must have seen the effect; with which choices it is shown.
CONFIRMED: dict[str, dict[str, str]] = {
    "object_to": {"-": ""},
    "withdraw_objection": {"-": ""},
    "share_with": {"-": ""},
    "stop_sharing_with": {"-": ""},
    "object_to_person": {"-": ""},
    "withdraw_objection_to_person": {"-": ""},
    "leave_network": {"-": ""},
    "remove": {"-": ""},
    "exclude": {"-": ""},
    "make_coordinator": {"-": ""},
    "make_first_contact": {"-": ""},
    "change_role": {"-": "?function=relative"},
    "show_role": {"-": "?shown=1"},
    "add_team": {"-": "?function=home_care_team"},
    "choose_readers": {"-": "?circle=family"},
    "move_item": {"-": "?subject=6", "health": "?subject=4"},
    "change_permission": {"-": "?read=past&write=1"},
    "stop_representing": {"-": ""},
    "end_authority": {"-": ""},
    "proposal": {"-": ""},
    "close_network": {"-": ""},
    "give_insight": {"-": "?go=1&subject=10"},
    "receive_handover": {"-": ""},
    "stop_provider": {"-": ""},
}
# The same, where the choices are sent by a form.
SHOWN_FIRST = {"support", "take_interim", "represent", "record_death"}
# Whom an act is about, where the address names an item or a subject too.
_MEMBERS = {
    "object_to": "peter",
    "withdraw_objection": "peter",
    "share_with": "ria",
    "stop_sharing_with": "ria",
    "change_permission": "ria",
    "propose_permission": "ria",
    "propose_exception": "ria",
    "ask_before": "marijke",
    "leave_out": "marijke",
}


def prepared(
    one: Door,
    what: str,
    world: World,
    who: Somebody | None,
    client: Client,
    *,
    writing: bool = False,
) -> str:
    """The address, after what must come before: a file that waits, a code that was given, an effect
    that was shown; `writing`: also one for which something has to be filled in first."""
    if one.name == "fhir_store" and who is not None:
        kept = uploads.keep(person=who.person, network=world.network, content=BUNDLE)
        world.ids["upload"] = kept
    if one.name in CONFIRMED and who is not None:
        query = CONFIRMED[one.name].get(what, CONFIRMED[one.name]["-"])
        shown = client.get(address(one.name, what, world) + query).content.decode()
        found = re.search(r'name="seen" value="(\w+)"', shown)
        world.seen[one.name] = found[1] if found else ""
    if writing and one.name in SHOWN_FIRST and who is not None:
        world.seen[one.name] = ""
        filled = form(one.name, world, who, what)
        filled.pop("seen")
        answer = post(client, address(one.name, what, world), filled, key="shown")
        found = re.search(r'name="seen" value="(\w+)"', _text(answer))
        world.seen[one.name] = found[1] if found else ""
    if writing and one.name == "go_from_meeting":
        post(client, address("come_to_meeting", what, world), {}, key="came")
    if writing and one.name == "welcomed" and who is not None:
        Account.objects.using("owner").filter(pk=who.account).update(welcomed_at=None)
    if what == "proven_work":
        client.post(address("work_invitation", "-", world), {"code": _work_code(world)})
    if what == "proven":
        client.post(address("invitation", "-", world), {"code": world.code})
    return address(one.name, what, world)


def _text(answer: HttpResponseBase) -> str:
    return answer.content.decode() if isinstance(answer, HttpResponse) else ""


def _work_code(world: World) -> str:
    row = WorkInvitation.objects.using("owner").get(id=world.ids["asked"])
    return code_of(row.id, row.expires_at)


def elsewhere(name: str, world: World) -> str:
    """The same door at something that does not exist, in a network that does."""
    parts: dict[str, Any] = {}
    for part in _parts(name):
        value = _part(name, part, "home", world)
        parts[part] = new_id() if isinstance(value, UUID) else 99 if part == "subject" else value
    return reverse(name, kwargs=parts | {"network_id": world.network})


@cache
def _parts(name: str) -> tuple[str, ...]:
    """What an address names, in order. Asked thousands of times; walking all addresses takes long."""
    pattern, _view = patterns()[name]
    return tuple(word.split(">")[0].split(":")[-1] for word in pattern.split("<")[1:])


def _part(name: str, part: str, what: str, world: World) -> Any:
    match part:
        case "subject":
            return SUBJECTS[what].value
        case "part" if name == "state_sections":
            return "light" if what == "home" else "report"
        case "kind" if name == "add_line":
            return "goal"
        case "version_id" if name in ("add_line", "change_line", "remove_line"):
            return world.ids["own_draft"]
        case "neighbourhood_id":
            return world.ids["neighbourhood"]
        case "kind":
            return "worry"
        case "day":
            return today().isoformat()
        case "digest":
            return stylesheet().digest
        case "organisation_id":
            return world.ids["organisation"]
        case "option_id" if name == "vote_meeting":
            return world.ids["moment"]
        case "token" if name == "outside_answer":
            return outside_link(world.ids["question_outside"])
        case "token" if name in ("work_invitation", "accept_work", "decline_work"):
            return token_of(world.ids["asked"])
        case "token" if name == "agenda_feed":
            return feed_token(world.ids["feed"])
        case "token" if name == "report_by_link":
            return token_of(world.ids["report_link"])
        case "token":
            return world.token
        case "provider_id":
            return "organisatie"
        case "passkey_id":
            return 99
        case "uidb36" | "key":
            return "abc"
        case "network_id":
            return world.network
        case "compartment_id":
            return world.ids["compartment"]
        case "about_id" | "client_id":
            return world.cast.jannie.member
        case "person_id":
            mate = world.cast.fatima if name == "exclude" else world.cast.sanne
            return mate.person
    if part == "member_id" and name in _MEMBERS:
        return world.ids[f"member_{_MEMBERS[name]}"]
    return world.ids.get(_OWN_PREFIX.get(part, "") + what) or new_id()


Words = dict[str, Any]
Form = Callable[[World, Somebody | None, str], Words]


def _written(world: World, who: Somebody | None, what: str) -> Words:
    about, subject = str(world.cast.jannie.member), str(SUBJECTS[what].value)
    return {"about": about, "subject": subject, "body": "Nieuw.", "circle": "everyone"}


def _brought(world: World, who: Somebody | None, what: str) -> Words:
    # Every time the same words: a form that differs is another form.
    until = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    since = (until - timedelta(days=7)).isoformat()
    return {"by": str(world.cast.ria.member), "on": today().isoformat(), "since": since,
            "until": until.isoformat()}  # fmt: skip


def _pictured(world: World, who: Somebody | None, what: str) -> Words:
    out = io.BytesIO()
    Image.new("RGB", (6, 4), "teal").save(out, "JPEG")
    return {
        "body": "Kijk.",
        "circle": "everyone",
        "photo": SimpleUploadedFile("a.jpg", out.getvalue()),
    }


def _document(world: World, who: Somebody | None, what: str) -> Words:
    return _written(world, who, what) | {
        "name": "Brief", "upload": SimpleUploadedFile("b.pdf", b"%PDF-1.4"),
    }  # fmt: skip


def _planned(world: World, who: Somebody | None, what: str) -> Words:
    about = str(world.cast.jannie.member)
    return {"about": about, "question": "Thuis blijven", "score-housing": "3",
            "went_well": "De post", "review_on": "2199-01-01"}  # fmt: skip


def _plan_read(world: World, who: Somebody | None, what: str) -> Words:
    """Who answers the plan read it, word for word."""
    about, mark = world.cast.jannie.member, ""
    if who is not None:
        with suppress(NotHere), inside(who.person, (world.network,)):
            mark = fingerprint(history(world.network).at(clock.now(), about=about))
    return {"about": str(about), "seen": mark}


def _part_words(world: World, who: Somebody | None, what: str) -> Words:
    about = str(world.cast.jannie.member)
    return {"about": about, "words": "De post blijft liggen", "circle": "everyone"}


def _picked(world: World, who: Somebody | None, what: str) -> Words:
    return {"about": str(world.cast.jannie.member), "line": str(world.ids["line"])}


def _agreed(world: World, who: Somebody | None, what: str) -> Words:
    doer = str(world.cast.anouk.member)
    return _written(world, who, what) | {"what": "Iets doen", "executor": doer}


def _asked(world: World, who: Somebody | None, what: str) -> Words:
    asked = {"to": str(world.cast.anouk.member), "urgency": "today", "what": "Mag dit zo?"}
    return _written(world, who, what) | asked


def _consulted(world: World, who: Somebody | None, what: str) -> Words:
    mate = world.cast.hanneke if who and who.side == "social" else world.cast.linda
    if what == "health":
        mate = world.cast.fatima if who and who.function == "gp" else world.cast.anouk
    return _written(world, who, what) | {"title": "Hoe verder?", "member": str(mate.member)}


def _taken_up(world: World, who: Somebody | None, what: str) -> Words:
    return {"executor": str(world.cast.anouk.member)}


def _reported(world: World, who: Somebody | None, what: str) -> Words:
    template = "wound" if what == "health" else "talk"
    return _written(world, who, what) | {"report": template}


def _visit(world: World, who: Somebody | None, what: str) -> Words:
    comes = {"who": "other", "who_name": "De kapper", "circle": "everyone"}
    return comes | {"date": "2199-01-01", "starts": "10:00", "repeat": "once"}


def _invited(world: World, who: Somebody | None, what: str) -> Words:
    mail = f"nieuw.{who.person.hex[-12:] if who else ''}@voorbeeld.test"
    return {"function": "friend", "given_name": "Piet", "family_name": "Duin", "email": mail}


def _helped(world: World, who: Somebody | None, what: str) -> Words:
    member = str(world.cast.marijke.member)
    return {"helper": member, "parent": member, "keeper": str((who or world.cast.hanneke).member),
            "died_on": _TODAY, "representative": member, "ground": "authorisation",
            "subjects": ["6", "7"], "review_on": "2199-01-01"}  # fmt: skip


def _asked_to_work(world: World, who: Somebody | None, what: str) -> Words:
    return _invited(world, who, what) | {"function": "home_carer"}


def _bundle(world: World, who: Somebody | None, what: str) -> Words:
    return {"upload": SimpleUploadedFile("b.json", BUNDLE), "other": "1"}


def _photo() -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (2, 2)).save(out, "JPEG")
    return SimpleUploadedFile("ik.jpg", out.getvalue())


BUNDLE = b"""{"resourceType": "Bundle", "type": "collection", "entry": [
 {"resource": {"resourceType": "Patient", "id": "p", "name": [{"text": "J. de Wit"}]}},
 {"resource": {"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p"},
  "code": {"text": "Hoesten"}}}]}"""
_LATER = {"date": "2199-01-01", "starts": "10:00", "reason": "Ziek"}
_ENTRY = {"name": "Iets", "value": "80", "second": "60", "kind": "pressure"}
_HEAD = {"title": "Samen eten", "subject": "8", "review_weeks": "6"}
_TODAY = "(today)"  # becomes the day on which the form is sent
_PACES = {
    f"pace_{kind}": "daily"
    for kind in ("asked", "answered", "important", "news", "agenda", "people", "log")
}
FORMS: dict[str, Words | Form] = {
    **dict.fromkeys(["support", "represent", "give_authority", "record_death"], _helped),
    "take_interim": {"ground": "cannot", "reason": "Mevrouw kan het nu niet.", "days": "5"},
    "propose_permission": {"read": "past", "write": ""},
    "propose_audience": {"circle": "family"},
    "write": _written,
    "visit_report": _reported,
    "reply": {"body": "Dank je wel."},
    "edit": {"title": "Anders", "body": "Toch anders.", "version": "2"},
    "plan_visit": _visit,
    "letter": _brought,
    "add_photos": _pictured,
    "move_visit": _LATER,
    "ask_turn": lambda world, _who, _what: {"to": str(world.cast.peter.member)},
    "answer_turn": {"answer": "no"},
    "my_portrait": lambda _world, _who, _what: {"upload": _photo()},
    "take_part": {"part": "drives"},
    "cancel_visit": _LATER | {"which": "once"},
    "ask_agreement": _agreed,
    "ask_question": _asked,
    "give_answer": {"kind": "yes"},
    "pass_question": lambda world, _who, _what: {"to": str(world.cast.fatima.member)},
    "take_up": _taken_up,
    "decline_agreement": {"reason": "Ik ben weg."},
    "call_meeting": lambda world, who, _what: {
        "reason": "Hoe verder thuis",
        "about": str(world.cast.jannie.member),
        "kind": "mdo",
        "chair": str((who or world.cast.hanneke).member),
        "minutes": "60",
    },
    "bring_point": lambda world, _who, _what: {
        "what": "De traplift",
        "about": str(world.cast.jannie.member),
        "subject": "14",
    },
    "agree_on_note": lambda world, _who, _what: {"executor": str(world.cast.jannie.member)},
    "answer_call": {"comes": "yes"},
    "vote_meeting": {"vote": "yes"},
    "choose_date": {"day": "2199-01-01", "time": "10:00"},
    "change_meeting": lambda world, _who, _what: {
        "chair": str(world.cast.hanneke.member),
        "minutes": "45",
        "place": "Thuis",
    },
    "ask_before": {"asked": "Wat heeft u nodig?"},
    "ask_more": lambda world, _who, _what: {"member": str(world.cast.peter.member)},
    "add_paper": lambda world, _who, what: {"item": str(world.ids[what])},
    "move_point": lambda _world, _who, what: {"to": "down" if what == "home" else "up"},
    "substitute": lambda world, _who, _what: {
        "member": str(world.cast.anouk.member),
        "first": _TODAY,
        "last": (today() + timedelta(days=7)).isoformat(),
    },
    "write_note": {"kind": "worry", "words": "Het gaat niet goed."},
    "announce_handover": {"to_name": "Thuiszorg Zon", "ends": "nothing"},
    "state_sections": {"later": "1", "state-going_on": "unknown", "state-senses": "unknown"},
    "add_handover_task": {"what": "De planten water geven", "subject": "14"},
    "give_handover_line": lambda world, _who, _what: {"to": str(world.cast.marijke.member)},
    "choose_receiver": lambda world, _who, _what: {"to": str(world.cast.marijke.member)},
    "ask_back": lambda world, _who, what: {
        "item": str(world.ids.get(f"handed_section_{what}", "")),
        "words": "Hoe laat?",
    },
    "answer_back": {"words": "Om negen uur."},
    "refuse_handover": {"reason": "Wij hebben geen plek."},
    "fail_agreement": {"reason": "Het lukte niet."},
    "counter_agreement": {"what": "Iets anders doen"},
    "tick_agreement": {"on_date": _TODAY},
    "start_plan": _planned,
    "answer_question": {"worry": "De post blijft liggen"},
    "proposal_lines": _picked,
    "programme_keeper": lambda world, _who, _what: {
        "neighbourhood": str(world.ids["neighbourhood"]),
        "first": "2199-01-01",
    },
    "new_programme": _HEAD,
    "change_programme": _HEAD,
    "publish_programme": {"note": "Nieuw"},
    "add_line": {"words": "Samen zingen"},
    "change_line": {"words": "Samen zingen"},
    "answer_review": _planned,
    "ask_review": _planned,
    "next_cycle": _planned,
    "add_part": _part_words,
    "score_domains": _planned,
    "agree_plan": _plan_read,
    "note_step": {"words": "Het gaat beter"},
    "set_aim": {"due_on": "2199-01-01"},
    "close_goal": {"attained": "1"},
    "ask_about_bottleneck": {},
    "note_measure": {"words": "Gebeld."},
    "snooze_bottleneck": {"until": (today() + timedelta(days=7)).isoformat()},
    "dismiss_bottleneck": {"reason": "Het is al geregeld."},
    "set_reminder": {"remind_days": "-1", "remind_at": "09:00"},
    "record_medication": _ENTRY,
    "record_allergy": _ENTRY,
    "record_problem": _ENTRY | {"subject": "1"},
    "record_measurement": _ENTRY | {"on": _TODAY},
    "plan_examination": _ENTRY,
    "record_examination": _ENTRY | {"on": _TODAY},
    "finish_examination": {"on": _TODAY},
    "stop_medication": {"on": _TODAY},
    "close_problem": {"on": _TODAY},
    "add_document": _document,
    "give_advice": lambda world, who, what: (
        _written(world, who, what) | {"topic": "fluid", "direction": "more"}
    ),
    "end_advice": {"why": "Het gaat weer goed."},
    "ask_help": lambda world, _who, what: {
        "about": str(world.cast.jannie.member),
        "task": "nursing" if what == "health" else "company",
        "what": "Even helpen",
        "first_to": "nobody",
    },
    "be_away": {"first_on": _TODAY, "last_on": "2199-01-01"},
    "open_discharge": {"expected_on": _TODAY, "line": "wound"},
    "move_discharge": {"unknown": "1"},
    "add_lines": {"line": ["wound", "household"]},
    "end_discharge": {"how": "done"},
    "need_something": lambda world, who, what: (
        {"what": "Kraanlek maken", "subject": str(SUBJECTS[what].value), "weekday": "1"}
    ),
    "ask_for_needed": lambda world, _who, _what: {"executor": str(world.cast.marijke.member)},
    "close_needed": {"because": "Het is al geregeld."},
    "move_needed": {"starts_on": (today() + timedelta(days=5)).isoformat()},
    "say_arrived": {"answer": "missing"},
    "offer_care": {"hours": "4"},
    "carer_check": {"holds": "3"},
    "fhir_upload": _bundle,
    "fhir_store": {"other": "1"},
    "ask_request": {"act": "remove"},
    "report": {"noticed": "food", "since": "today"},
    "report_by_link": {"noticed": "food", "since": "today", "key": "a"},
    "report_links": lambda world, _who, _what: {"member": str(world.cast.peter.member)},
    "complain": lambda world, _who, _what: {
        "kind": "complaint",
        "place": f"{world.cast.jannie.member}:14",
        "against": "",
        "handler": str(world.cast.hanneke.member),
        "body": "Zij komen te laat.",
    },
    "say_more": {"body": "Nog iets."},
    "change_handler": lambda world, _who, _what: {"handler": str(world.cast.anouk.member)},
    "extend_complaint": {"because": "Ziekte."},
    "answer_complaint": {"outcome": "Beloofd."},
    "set_officer": {"phone": "071 555 0000"},
    "refuse_request": {"ground": "law_wgbo"},
    "extend_request": {"because": "Druk."},
    "invite": _invited,
    "invite_inside": lambda world, who, what: (
        _invited(world, who, what)
        | {"function": "social_worker", "organisation": "Gemeente Duinrijk"}
    ),
    "open_emergency": {"reason": "Mevrouw is gevallen en praat niet."},
    "make_compartment": lambda world, _who, _what: {
        "title": "Zorgen",
        "about": str(world.cast.jannie.member),
        "member": [str(world.cast.hanneke.member)],
    },
    "write_inside": lambda _world, who, _what: {
        "body": "Kraanlek.",
        "subject": "7" if who and who.side == "social" else "6",
    },
    "widen_compartment": lambda world, _who, _what: {"member": str(world.cast.hanneke.member)},
    "admit_inside": {"function": "home_care_team"},
    "close_compartment": {"note": "Geregeld."},
    "open_log": {"note": "Besluit van het team.", "day": "2199-01-01"},
    "review_emergency": {"judgement": "right"},
    "add_team": {"function": "home_care_team"},
    "begin_push": lambda _world, who, _what: {
        "endpoint": f"https://push.example/{who and who.person}",
        # The keys of the example in RFC 8291.
        "public_key": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcx"
        "aOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "secret": "BTBZMqHH6r4Tts7J_aSIgg",
    },
    "notification_settings": _PACES | {"quiet_from": "22", "quiet_until": "7", "quiet": "1"},
    "set_reading": {"letters": "large", "next": "/"},
    "invitation": lambda world, _who, _what: {"code": world.code},
    "begin_conversation": lambda world, who, what: (
        _written(world, who, what) | {"title": "De trap"}
    ),
    "begin_consultation": _consulted,
    "ask_outside": {
        "topic": "Wond",
        "body": "Wat doet u bij een wond die niet sluit?",
        "email": "collega@voorbeeld.nl",
    },
    "keep_answer": lambda world, _who, _what: {
        "about": str(world.cast.jannie.member),
        "subject": "1",
        "circle": "family_care",
    },
    "outside_answer": {"answer": "Zwachtelen, en been hoog.", "by": "Een collega"},
    "say": {"body": "Ook ik heb dat gezien."},
    "conversation_seen": {"until": "1"},
    "close_conversation": {"conclusion": "Wij doen het zo."},
    "invite_colleague": _asked_to_work,
    "make_team": {"name": "Team Noord"},
    "cooperation": {"score-1": "4", "readers": "everyone"},
    "plan_next": {"date": "2199-01-01", "time": "10:00"},
    "note_live": {"kind": "worry", "words": "De trap is steil."},
    "correct_minutes": lambda world, _who, what: {
        f"words-{world.ids.get('point_' + what, '')}": "Het was anders.",
    },
    "plan_policy_meeting": lambda world, _who, _what: {
        "group": str(world.ids["organisation"]),
        "title": "Werkoverleg",
        "on_date": _TODAY,
    },
    "add_policy_point": {"title": "Rooster"},
    "note_policy": lambda world, _who, _what: {
        f"words-{world.ids['topic_policy']}": "Besproken.",
    },
    "begin_turn": lambda world, _who, _what: {
        "team": str(world.ids["team_empty"]),
        "function": "home_carer",
        "first": "2199-01-01",
    },
    "set_numbers": {"agb": "01234567"},
    "work_invitation": lambda world, _who, _what: {"code": _work_code(world)},
    "accept_work": {"given_name": "Kees", "family_name": "Mol", "password": "lang-genoeg-1"},
    "accept_invitation": {"given_name": "Kees", "family_name": "Mol", "password": "lang-genoeg-1"},
    "account_reset_password": {"email": "niemand@voorbeeld.test"},
    "account_login": {"login": "niemand@voorbeeld.test", "password": "verkeerd-wachtwoord"},
}


def form(name: str, world: World, who: Somebody | None, what: str) -> Words:
    """What somebody fills in at this door."""
    words = FORMS.get(name, {})
    filled = words(world, who, what) if callable(words) else dict(words)
    if name in CONFIRMED:
        choices = CONFIRMED[name].get(what, CONFIRMED[name]["-"])
        filled |= dict(parse_qsl(choices[1:])) | {"seen": world.seen.get(name, "")}
    if name in SHOWN_FIRST:
        filled["seen"] = world.seen.get(name, "")
    day = today().isoformat()
    return {field: day if typed == _TODAY else typed for field, typed in filled.items()}


def post(client: Client, at: str, words: Words, *, key: str = "") -> HttpResponseBase:
    """Send a form, with this idempotency key or without one."""
    headers = {"Idempotency-Key": key} if key else {}
    return client.post(at, words, headers=headers)
