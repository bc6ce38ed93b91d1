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
from zorgverband.journal.actions import DELIVER
from zorgverband.notifications.jobs import SEND
from zorgverband.sharing.actions import share
from zorgverband.sharing.models import Emergency, Item
from zorgverband.sharing.subjects import MEDICAL, Subject

from .scene import Scene

TODAY = today().isoformat()


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
        """What the worker does for what happened here: hand out, and send what is due."""
        own = "SELECT id::text FROM journal_event WHERE network_id = %s"
        events = self.owner.execute(
            "DELETE FROM procrastinate_jobs WHERE status = 'todo' AND task_name = %s"
            f" AND args ->> 'event' IN ({own}) RETURNING args ->> 'event'",
            [DELIVER, self.world.network],
        )
        for (event,) in events.fetchall():
            app.tasks[DELIVER].func(event=event)
        app.tasks[SEND].func()

    def everything(self) -> list[UUID]:
        """All of it, each part followed by the work it brings; answers the ids of the items."""
        before = self.ids()
        parts: tuple[Callable[[], None], ...] = (
            self.messages, self.replies_and_changes, self.record, self.endings, self.agreements,
            self.plan, self.purpose, self.taken_over, self.exceptions, self.emergency, self.compartment,
            self.looking,
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
        chosen = [str(self.cast.linda.member), str(self.cast.anouk.member)]
        self.send(self.cast.jannie, "write", self.words(Subject.MIND, circle="own", member=chosen))
        self.send(self.cast.marijke, "write", self.words(Subject.HEALTH, circle="family_care"))

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
        entry = {"name": "Furosemide", "value": "55", "second": "50", "on": TODAY}
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

    def endings(self) -> None:
        on = {"on": TODAY, "note": "Klaar met de zwachtel."}
        planned = Item.objects.using("owner").filter(
            network_id=self.world.network, examination__state="planned"
        )
        for name, kind in (("stop_medication", "medication"), ("close_problem", "problem")):
            self.send(self.cast.anouk, name, on, item_id=self.newest(kind))
        self.send(self.cast.fatima, "finish_examination", on, item_id=planned.order_by("id")[0].id)

    def agreements(self) -> None:
        asked = self.words(Subject.TREATMENT, circle="family_care", what="Wond verzorgen")
        asked |= {"executor": str(self.cast.anouk.member), "due_on": TODAY}
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
        self.send(self.cast.anouk, "tick_agreement", {"on_date": TODAY}, agreement_id=agreed)
        for kind in ("worry", "question"):
            self.send(self.cast.anouk, "add_part", life | {"words": "De wond"}, kind=kind)
        self.send(self.cast.anouk, "end_part", {}, part_id=self.newest("plan_worry"))
        self.send(self.cast.jannie, "score_domains", life | {"score-mind": "2", "score-body": "1"})
        self.send(self.cast.anouk, "answer_review", life | {"went_less": "De wond bleef open."})
        self.send(self.cast.anouk, "close_goal", {"attained": "-1"}, goal_id=goal)

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
