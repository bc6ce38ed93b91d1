"""Everything medical that can happen in a network, by those who may do it, through the front door;
where there is no page for it yet, by the act itself or by its row."""

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from procrastinate.contrib.django import app

from tests.cast import Somebody
from tests.doors.asking import BUNDLE, post
from tests.doors.browsers import Browsers
from tests.visitor import inside
from zorgverband.agenda.models import VisitPurpose
from zorgverband.base.clock import today
from zorgverband.base.ids import new_id
from zorgverband.complaints.actions import give_insight
from zorgverband.handovers.models import HandoverLine, HandoverQuestion, Needed, NeededFor
from zorgverband.helping.jobs import tell_of_help
from zorgverband.journal.actions import DELIVER
from zorgverband.meetings.models import Note
from zorgverband.notifications.jobs import LOOK, SEND
from zorgverband.sharing.actions import share
from zorgverband.sharing.models import Emergency, Item
from zorgverband.sharing.subjects import MEDICAL, Subject

from .scene import Scene


def in_days(ahead: int) -> str:
    """The day it is, or so many days ahead: a run may go on past midnight."""
    return (today() + timedelta(days=ahead)).isoformat()


class Care:
    """The care side, the client and the daughter at work in one world."""

    def __init__(self, world: Scene, owner: Any, *, medical_pages_only: bool = False) -> None:
        self.world, self.cast, self.owner = world, world.cast, owner
        self.medical_pages_only = medical_pages_only
        self.browsers = Browsers()
        # Signing in is written down with the account; it is nothing medical.
        for one in (*self.cast.people.values(), world.newcomer):
            self.browsers.of(one)

    def send(self, who: Somebody, name: str, words: dict[str, Any], **parts: Any) -> None:
        """One form sent; it must be accepted."""
        at = reverse(name, kwargs={"network_id": self.world.network, **parts})
        answer = post(self.browsers.of(who), at, words, key=new_id().hex)
        assert answer.status_code == 302, f"{name}: {answer.status_code}"

    def newest(self, kind: str) -> UUID:
        """The item of this kind that was written last."""
        items = Item.objects.using("owner").filter(network_id=self.world.network, kind=kind)
        return items.order_by("-created_at").values_list("id", flat=True)[0]

    def run_jobs(self) -> None:
        """What the worker does for what happened here: hand out, look for bottlenecks, and send what
        is due."""
        own = "SELECT id::text FROM journal_event WHERE network_id = %s"
        for task in (DELIVER, LOOK):
            events = self.owner.execute(
                "DELETE FROM procrastinate_jobs WHERE status = 'todo' AND task_name = %s"
                f" AND args ->> 'event' IN ({own}) RETURNING args ->> 'event'",
                [task, self.world.network],
            )
            for (event,) in events.fetchall():
                app.tasks[task].func(event=event)
        app.tasks[SEND].func()

    def everything(self) -> list[UUID]:
        """All of it, each part followed by the work it brings; answers the ids of the items."""
        before = self.ids()
        parts: tuple[Callable[[], None], ...] = (
            self.messages, self.replies_and_changes, self.record, self.endings, self.agreements,
            self.questions, self.plan, self.homecoming, self.handing_over, self.talks, self.purpose,
            self.moments, self.taken_over, self.exceptions, self.emergency, self.compartment, self.voices,
            self.looking, self.helping,
            self.meeting,
        )  # fmt: skip
        for part in parts:
            part()
            self.run_jobs()
        return sorted(self.ids() - before)

    def ids(self) -> set[UUID]:
        """Every item of the network."""
        items = Item.objects.using("owner").filter(network_id=self.world.network)
        return set(items.values_list("id", flat=True))

    def words(self, subject: Subject, **more: Any) -> dict[str, Any]:
        about = str(self.cast.jannie.member)
        said = {"title": "Wond en zwachtel", "body": f"Iets over bloedarmoede, {subject.code}."}
        chosen = {"about": about, "subject": str(subject.value), "circle": "family_care"}
        return said | chosen | more

    def messages(self) -> None:
        for subject in MEDICAL:
            self.send(self.cast.anouk, "write", self.words(subject, circle="family_care"))
        self.send(self.cast.fatima, "write", self.words(Subject.HEALTH, upload=picture()))
        self.send(self.cast.fatima, "add_photos", self.words(Subject.HEALTH, photo=picture()))
        chosen = [str(self.cast.linda.member), str(self.cast.anouk.member)]
        self.send(self.cast.jannie, "write", self.words(Subject.MIND, circle="own", member=chosen))
        self.send(self.cast.marijke, "write", self.words(Subject.HEALTH, circle="family_care"))

    def helping(self) -> None:
        """Help with the body: asked, refused, done, given back, thanked for, and not needed any more."""
        said = {
            "about": str(self.cast.jannie.member),
            "circle": "family_care",
            "what": "Wond verzorgen",
        }
        for first_to, day in ((str(self.cast.marijke.member), in_days(3)), ("nobody", "")):
            words = {"task": "nursing", "first_to": first_to, "day": day} | said
            self.send(self.cast.jannie, "ask_help", words)
            item = self.newest("help")
            if day:
                self.send(self.cast.marijke, "refuse_help", {"words": "Bloed"}, help_id=item)
            self.send(self.cast.jannie, "open_help", {}, help_id=item)
            tell_of_help(only=item)
            self.send(self.cast.anouk, "take_help", {}, help_id=item)
            self.send(self.cast.jannie, "thank_help", {"words": "Wond dicht"}, help_id=item)
            self.send(self.cast.anouk, "give_back_help", {}, help_id=item)
            self.send(self.cast.marijke, "take_help", {}, help_id=item)
        self.send(self.cast.jannie, "end_help", {}, help_id=item)

    def first_time(self) -> None:
        """Somebody of a team whose name nobody knew here writes, and about nothing else."""
        self.send(self.cast.anouk, "write", self.words(Subject.HEALTH))
        self.send(
            self.world.newcomer, "reply", {"body": "Wond gezien."}, item_id=self.newest("note")
        )
        self.run_jobs()

    def replies_and_changes(self) -> None:
        item = self.newest("note")
        for who in (self.cast.jannie, self.cast.fatima, self.cast.anouk, self.cast.marijke):
            self.send(who, "reply", {"body": "De wond ziet er goed uit."}, item_id=item)
        words = {"title": "Wond", "body": "Toch anders.", "version": "1"}
        self.send(self.cast.marijke, "edit", words, item_id=item)
        self.send(self.cast.anouk, "write", self.words(Subject.HEALTH))
        self.send(self.cast.anouk, "take_back", {}, item_id=self.newest("note"))

    def record(self) -> None:
        entry = {"name": "Furosemide", "value": "55", "second": "50", "on": in_days(0)}
        for name in ("record_medication", "record_allergy", "plan_examination",
                     "record_examination"):  # fmt: skip
            self.send(self.cast.fatima, name, entry)
        for subject in (Subject.HEALTH, Subject.MIND):
            self.send(self.cast.anouk, "record_problem", entry | {"subject": str(subject.value)})
        for kind in ("pressure", "weight", "sugar"):
            self.send(self.cast.fatima, "record_measurement", entry | {"kind": kind})
        self.advice()
        brief = {"name": "Brief", "subject": str(Subject.HEALTH.value)}
        pdf = SimpleUploadedFile("wond.pdf", b"%PDF-1.4")
        self.send(self.cast.anouk, "add_document", brief | {"upload": pdf})

    def advice(self) -> None:
        """Advice that contradicts itself, ended, and from a message; an examination asked twice."""
        about = {"about": str(self.cast.jannie.member), "subject": str(Subject.TREATMENT.value)}
        for direction in ("more", "less"):
            said = about | {"topic": "fluid", "direction": direction, "why": "De wond."}
            self.send(self.cast.anouk, "give_advice", said)
        ended = self.newest("advice")
        self.send(self.cast.anouk, "end_advice", {"why": "Bloedarmoede."}, item_id=ended)
        self.send(self.cast.anouk, "write", self.words(Subject.TREATMENT))
        made = {"message": str(self.newest("note")), "topic": "rest", "direction": "do"}
        self.send(self.cast.anouk, "give_advice", made)
        again = {"examination": "ecg", "again_because": "Nieuwe klachten."}
        for _time in range(2):
            self.send(self.cast.anouk, "plan_examination", again)

    def meeting(self) -> None:
        """A medical part of a meeting that is held: a point, the meeting at it, who comes only there,
        notes, an agreement; and a medical note in the minutes of one that was."""
        about, health = str(self.cast.jannie.member), str(Subject.HEALTH.value)
        held = {"meeting_id": self.world.ids["held"]}
        brought = {"what": "De zwachtel", "about": about, "subject": health, "minutes": "10"}
        self.send(self.cast.fatima, "bring_point", brought, **held)
        there = {"point_id": self.newest("meeting_point")}
        if not self.medical_pages_only:
            self.send(self.cast.jannie, "move_point", {"to": "up"}, **there)
        self.send(self.cast.fatima, "go_to_point", {}, **held, **there)
        for who in (self.cast.anouk, self.cast.jannie):
            self.send(who, "come_to_meeting", {}, **held)
        for kind in ("worry", "decision"):
            words = {"kind": kind, "words": "Bloedarmoede."}
            self.send(self.cast.anouk, "note_live", words, **held, **there)
        made = {"executor": str(self.cast.fatima.member)}
        self.send(self.cast.anouk, "agree_on_note", made, note_id=self.newest("meeting_note"))
        note = {"kind": "decision", "words": "De wond.", "subject": health}
        self.send(self.cast.fatima, "write_note", note, point_id=self.world.ids["point_held"])
        # Under the other it was noted before that was closed.
        written = self.cast.item(
            about=self.cast.jannie, subject=Subject.HEALTH, author=self.cast.fatima,
            kind="meeting_note", body="De wond.", in_news=False,
        )  # fmt: skip
        row = Note(item_id=written, network_id=self.world.network, kind="decision",
                   point_id=self.world.ids["point_closed"])  # fmt: skip
        Note.objects.using("owner").bulk_create([row])

    def endings(self) -> None:
        on = {"on": in_days(0), "note": "Klaar met de zwachtel."}
        planned = Item.objects.using("owner").filter(
            network_id=self.world.network, examination__state="planned"
        )
        for name, kind in (("stop_medication", "medication"), ("close_problem", "problem")):
            self.send(self.cast.anouk, name, on, item_id=self.newest(kind))
        self.send(self.cast.fatima, "finish_examination", on, item_id=planned.order_by("id")[0].id)

    def questions(self) -> None:
        """Asked, passed on, answered in each way, withdrawn, left open; and what is made out of one."""
        words = self.words(Subject.HEALTH, what="Mag de zwachtel eraf?", urgency="today")
        asked = words | {"to": str(self.cast.anouk.member)}
        for kind in ("yes", "no", "call", "words"):
            self.send(self.cast.fatima, "ask_question", asked)
            said = {"kind": kind, "words": "De bloedarmoede eerst."}
            self.send(self.cast.anouk, "give_answer", said, item_id=self.newest("question"))
        noted = self.words(Subject.HEALTH, source=str(self.newest("question")))
        self.send(self.cast.fatima, "write", noted)
        self.send(self.cast.fatima, "ask_question", asked)
        self.send(self.cast.fatima, "withdraw_question", {}, item_id=self.newest("question"))
        self.send(self.cast.hanneke, "ask_question", asked)
        to = {"to": str(self.cast.fatima.member)}
        self.send(self.cast.anouk, "pass_question", to, item_id=self.newest("question"))
        self.send(self.cast.fatima, "ask_question", words | {"to": "function:gp"})

    def agreements(self) -> None:
        asked = self.words(Subject.TREATMENT, circle="family_care", what="Wond verzorgen")
        asked |= {"executor": str(self.cast.anouk.member), "due_on": in_days(0)}
        answers = ("accept_agreement", "receive_agreement", "decline_agreement", "mark_done")
        for answer in answers:
            self.send(self.cast.fatima, "ask_agreement", asked)
            self.send(
                self.cast.anouk, answer, {"reason": "Vol."}, agreement_id=self.newest("agreement")
            )
        self.send(self.cast.fatima, "ask_agreement", asked)
        self.send(self.cast.fatima, "cancel_agreement", {}, agreement_id=self.newest("agreement"))
        self.send(self.cast.fatima, "ask_agreement", asked)

    def plan(self) -> None:
        life = {"about": str(self.cast.jannie.member), "domain": "body", "circle": "family_care"}
        self.send(self.cast.anouk, "add_part", life | {"words": "De wond is dicht"}, kind="goal")
        goal = self.newest("plan_goal")
        self.send(self.cast.anouk, "note_step", {"words": "Zwachtel eraf."}, goal_id=goal)
        asked = self.words(Subject.TREATMENT, what="Zwachtelen", goal=str(goal), repeat="daily")
        self.send(
            self.cast.fatima, "ask_agreement", asked | {"executor": str(self.cast.anouk.member)}
        )
        agreed = self.newest("agreement")
        self.send(self.cast.anouk, "accept_agreement", {}, agreement_id=agreed)
        self.send(self.cast.anouk, "tick_agreement", {"on_date": in_days(0)}, agreement_id=agreed)
        for kind in ("worry", "question"):
            self.send(self.cast.anouk, "add_part", life | {"words": "De wond"}, kind=kind)
        self.send(self.cast.anouk, "end_part", {}, part_id=self.newest("plan_worry"))
        self.send(self.cast.jannie, "score_domains", life | {"score-mind": "2", "score-body": "1"})
        self.send(self.cast.anouk, "answer_review", life | {"went_less": "De wond bleef open."})
        self.send(self.cast.anouk, "close_goal", {"attained": "-1"}, goal_id=goal)

    def handing_over(self) -> None:
        """Of care, from the GP to the nurse: announced, stated, asked, answered, refused, withdrawn. Only
        what is medical of it: a section about daily life would be read on the social side too."""
        given = {"to_member": str(self.cast.fatima.member), "ends": "nothing",
                 "words": "De wond is dicht.", "planned_on": in_days(0)}  # fmt: skip
        self.send(self.cast.anouk, "announce_handover", given)
        whole = {"handover_id": self.newest("handover")}
        said = {"later": "1", "state-skin": "filled", "words-skin": "Wond op de enkel."}
        self.send(self.cast.anouk, "state_sections", said, part="report", **whole)
        task = {"what": "De zwachtel wisselen", "subject": "1"}
        self.send(self.cast.anouk, "add_handover_task", task, **whole)
        lines = HandoverLine.objects.using("owner").filter(handover_id=whole["handover_id"])
        line = {"taken_id": lines.get(kind="task").id}
        self.send(self.cast.fatima, "answer_handover_line", {}, **whole, **line)
        refused = {"answer": "no", "reason": "Geen plek."}
        self.send(self.cast.fatima, "answer_handover_line", refused, **whole, **line)
        asked = {"item": str(self.newest("handover_section")), "words": "Hoe groot is de wond?"}
        self.send(self.cast.fatima, "ask_back", asked, **whole)
        question = HandoverQuestion.objects.using("owner").get(handover_id=whole["handover_id"])
        answer = {"words": "Een gulden."}
        self.send(self.cast.anouk, "answer_back", answer, asked_id=question.id, **whole)
        self.send(self.cast.anouk, "withdraw_handover", {}, **whole)

    def homecoming(self) -> None:
        """From hospital, with what is needed for it: asked, promised, moved, withdrawn, missing; and
        what the social side reads is part of it."""
        opened = {
            "expected_on": in_days(3),
            "ward": "Wond",
            "line": ["wound", "medication", "washing"],
        }
        self.send(self.cast.anouk, "open_discharge", opened)
        discharge = self.newest("discharge")
        need = Needed.objects.using("owner").get(network_id=self.world.network, line="wound")
        asked = {"executor": str(self.cast.fatima.member), "weekday": ["0", "1", "2", "3", "4"]}
        for answer in ("accept_agreement", "decline_agreement", "accept_agreement"):
            self.send(self.cast.anouk, "ask_for_needed", asked, needed_id=need.item_id)
            agreement = self.newest("agreement")
            self.send(self.cast.fatima, answer, {"reason": "Vol."}, agreement_id=agreement)
        moved = {"expected_on": in_days(0), "words": "De wond is dicht."}
        self.send(self.cast.anouk, "move_discharge", moved, discharge_id=discharge)
        # From here on the plain thing belongs to it: nobody who reads only that may see a difference.
        NeededFor(network_id=self.world.network, item_id=self.world.ids["needed_home"],
                  discharge_id=discharge).save(using="owner", force_insert=True)  # fmt: skip
        self.send(self.cast.fatima, "accept_agreement", {}, agreement_id=agreement)
        self.send(self.cast.fatima, "fail_agreement", {"reason": "Vol."}, agreement_id=agreement)
        for answer in ("missing", "there"):
            self.send(self.cast.jannie, "say_arrived", {"answer": answer}, needed_id=need.item_id)
        self.send(self.cast.anouk, "close_needed", {"because": "Wond."}, needed_id=need.item_id)
        self.send(self.cast.anouk, "end_discharge", {"how": "done"}, discharge_id=discharge)

    def talks(self) -> None:
        """A conversation and a consultation, who was mentioned, a conclusion; somebody outside asked."""
        self.send(self.cast.anouk, "begin_conversation", self.words(Subject.HEALTH))
        item = self.newest("conversation")
        said = {"body": "Zwachtel eraf?", "mention": str(self.cast.marijke.person)}
        self.send(self.cast.fatima, "say", said | {"upload": picture()}, item_id=item)
        self.send(self.cast.marijke, "conversation_seen", {"until": "1"}, item_id=item)
        self.send(
            self.cast.anouk, "close_conversation", {"conclusion": "Zwachtelen."}, item_id=item
        )
        asked = self.words(Subject.TREATMENT, member=str(self.cast.fatima.member))
        self.send(self.cast.anouk, "begin_consultation", asked)
        answer = {"body": "Zwachtel eraf."}
        self.send(self.cast.fatima, "say", answer, item_id=self.newest("consultation"))
        outside = {"topic": "Wond", "body": "Wat doet u?", "email": "collega@voorbeeld.nl"}
        self.send(self.cast.anouk, "ask_outside", outside)

    def purpose(self) -> None:
        """What a visit that is in the agenda already is for."""
        who, visit = self.cast.fatima, self.world.ids["visit"]
        with inside(who.person, [self.world.network]) as viewer:
            item = share(
                seat=viewer.seat(self.world.network), person=who.person,
                about=self.cast.jannie.member, subject=Subject.HEALTH, kind="visit_purpose",
                title="Waarvoor", body="Wond verzorgen", in_news=False,
            )  # fmt: skip
            row = VisitPurpose(item_id=item.id, network_id=self.world.network, visit_id=visit)
            VisitPurpose.objects.bulk_create([row])

    def moments(self) -> None:
        """Medicines that are given each day, once at another time and then always; going to a doctor."""
        day = in_days(1)
        words = {"kind": "medicine", "who": str(self.cast.fatima.member), "what": "Zwachtelpil geven",
                 "date": day, "starts": "08:00", "repeat": "daily", "circle": "family_care"}  # fmt: skip
        self.send(self.cast.fatima, "plan_visit", words)
        visit = self.newest("visit")
        moved = {"date": day, "starts": "09:30", "reason": "Zwachtel eerst"}
        self.send(self.cast.fatima, "move_visit", moved, visit_id=visit, day=day)
        series = moved | {"which": "series", "starts": "10:00"}
        self.send(self.cast.fatima, "move_visit", series, visit_id=visit, day=day)
        away = {"kind": "out", "subject": str(int(Subject.HEALTH)), "who_name": "Zwachtelpoli",
                "place": "Route Zwachtel", "date": day, "starts": "14:00", "repeat": "once"}  # fmt: skip
        self.send(self.cast.fatima, "plan_visit", away)
        self.send(
            self.cast.fatima, "take_part", {"part": "along"}, visit_id=self.newest("visit"), day=day
        )

    def taken_over(self) -> None:
        self.send(self.cast.anouk, "fhir_upload", {"upload": SimpleUploadedFile("b.json", BUNDLE)})
        upload = self._kept()
        parts = {"about_id": self.cast.jannie.member, "upload_id": upload}
        self.send(self.cast.anouk, "fhir_store", {"other": "1"}, **parts)

    def _kept(self) -> UUID:
        from zorgverband.fhir import uploads

        whose = {"person": self.cast.anouk.person, "network": self.world.network}
        return uploads.keep(**whose, content=BUNDLE)

    def exceptions(self) -> None:
        """Allowed, denied and named: the social side too, which changes nothing for it."""
        items = Item.objects.using("owner").filter(network_id=self.world.network, subject__lte=5)
        linda, anouk = self.cast.linda.member, self.cast.anouk.member
        columns: tuple[dict[str, Any], ...] = (
            {"allowed": [linda]}, {"denied": [anouk]}, {"audience": [linda, anouk]},
        )  # fmt: skip
        for number, item in enumerate(items.order_by("id").values_list("id", flat=True)):
            items.filter(id=item).update(**columns[number % 3])
        # Written by who was in care then and is on the social side now: the wall stands.
        self.cast.item(about=self.cast.jannie, subject=Subject.MIND, author=self.cast.linda,
                       body="Iets over bloedarmoede.")  # fmt: skip

    def emergency(self) -> None:
        now = datetime.now(UTC)
        with inside(self.cast.anouk.person, [self.world.network]):
            Emergency.objects.bulk_create([Emergency(
                network_id=self.world.network, member_id=self.cast.anouk.member,
                client_id=self.cast.jannie.member, person_id=self.cast.anouk.person,
                reason="Gevallen, bewusteloos", starts_at=now, ends_at=now + timedelta(minutes=50),
            )])  # fmt: skip

    def compartment(self) -> None:
        """A medical item in a compartment in which the social side is named too."""
        item = self.newest("note")
        words = "UPDATE sharing_item SET compartment_id = %s WHERE id = %s"
        self.owner.execute(words, [self.world.ids["compartment"], item])

    def voices(self) -> None:
        """The client complains about the treatment and lets who handles it read about it; the daughter
        passes on that it goes less well, and it is read."""
        said = {
            "kind": "complaint", "against": str(self.cast.anouk.member), "title": "De zwachtel",
            "place": f"{self.cast.jannie.member}:{Subject.TREATMENT.value}",
            "handler": str(self.cast.hanneke.member), "body": "Iets over bloedarmoede.",
        }  # fmt: skip
        self.send(self.cast.jannie, "complain", said)
        mine = {"complaint_id": self.newest("complaint")}
        self.send(self.cast.hanneke, "receive_complaint", {}, **mine)
        self.send(self.cast.hanneke, "say_more", {"body": "De wond is gezien."}, **mine)
        if not self.medical_pages_only:
            self.insight(mine["complaint_id"])
        self.send(self.cast.hanneke, "extend_complaint", {"because": "De wond."}, **mine)
        self.send(self.cast.hanneke, "answer_complaint", {"outcome": "Zwachtel eraf."}, **mine)
        worse = {"noticed": "worse", "since": "days", "body": "Iets over bloedarmoede."}
        self.send(self.cast.marijke, "report", worse)
        if not self.medical_pages_only:
            self.send(self.cast.jannie, "read_report", {}, item_id=self.newest("report"))

    def insight(self, complaint: UUID) -> None:
        """The client, where she decides."""
        with inside(self.cast.jannie.person, [self.world.network]) as viewer:
            give_insight(
                seat=viewer.seat(self.world.network), person=self.cast.jannie.person,
                complaint=complaint, about=self.cast.jannie.member,
                subjects=[Subject.HEALTH, Subject.MIND], reads_from=None,
            )  # fmt: skip

    def looking(self) -> None:
        """Others read it, alone or among what is not medical, and note that they saw it. Who
        decides about a client may know who looked at what is not medical: then only medical pages."""
        pages = ["medication", "measurements", "problems", "allergies", "examinations"]
        if not self.medical_pages_only:
            pages += ["advice", "today", "news", "record", "agreements", "plan"]
        for who in (self.cast.jannie, self.cast.marijke, self.cast.fatima, self.cast.anouk):
            client = self.browsers.of(who)
            for name in pages:
                client.get(reverse(name, kwargs={"network_id": self.world.network}))
            self.send(who, "seen", {})


def picture() -> SimpleUploadedFile:
    """A small photo, as a phone would send it."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "JPEG")
    return SimpleUploadedFile("wond.jpg", out.getvalue())
