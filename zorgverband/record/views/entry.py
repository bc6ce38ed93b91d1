"""One way for all forms of the record: fields, who will read it, and writing it down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.doors import CREATE, UPDATE, Here
from zorgverband.sharing.frame import say
from zorgverband.sharing.models import Item
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.shown import reader_lines
from zorgverband.sharing.subjects import Subject

from ..forms import Field
from .about import Whose, record_page, whose

Words = str | Promise


@dataclass(frozen=True)
class Form:
    """A page to write something new: its words, its fields, and the act behind it.

    `subjects` are those it may fall under; who may write about none of them has no such page.
    """

    title: Words
    done: Words
    back: str
    back_label: Words
    button: Words
    subjects: Sequence[Subject]
    fields: Callable[[Here, Whose], Sequence[Field]]
    write: Callable[[Here, Whose], Item]
    files: bool = False
    template: str = "record/entry.html"
    context: Callable[[Here, Whose], dict[str, Any]] = lambda _here, _found: {}


def write_new(here: Here, form: Form) -> HttpResponse:
    """Show the form, or write down what was filled in and go back to the list."""
    found = whose(here)
    writable = [
        subject
        for subject in form.subjects
        if here.seat.may_write(about=found.member, subject=subject)
    ]
    if not writable:
        raise NotHere()
    refusal = None
    if here.request.method == "POST":
        try:
            item = form.write(here, found)
        except Refusal as raised:
            refusal = raised
        else:
            here.touch(CREATE, item.id)
            say(here.request, str(form.done))
            return HttpResponseRedirect(_address(here, form.back, found))
    subject = _chosen(here, writable)
    return record_page(
        here,
        found,
        form.template,
        status=refusal.status if refusal else 200,
        form=form,
        fields=form.fields(here, found),
        back=_address(here, form.back, found),
        refusal=refusal,
        item=None,
        **_readers(here, found, subject),
        **form.context(here, found),
    )


def _chosen(here: Here, writable: Sequence[Subject]) -> Subject:
    asked = here.request.POST.get("subject") or here.request.GET.get("subject", "")
    return next((one for one in writable if str(one.value) == asked), writable[0])


def _readers(here: Here, found: Whose, subject: Subject) -> dict[str, Any]:
    """Who will read it, asked of the rule itself."""
    reasons = reasons_if(
        network=here.network,
        about=found.member,
        subject=subject,
        author=here.person,
        audience=None,
    )
    names = names_of_people(here.network)
    reading, others = reader_lines(reasons, people=found.people, names=names, subject=subject)
    return {"reading": reading, "others": others, "subject": subject}


def _address(here: Here, name: str, found: Whose) -> str:
    return reverse(name, kwargs={"network_id": here.network}) + found.query


@dataclass(frozen=True)
class Change:
    """A page to change the state of one thing: stopped, over, done."""

    title: Words
    done: Words
    back: str
    back_label: Words
    button: Words
    fields: Callable[[Here], Sequence[Field]]
    write: Callable[[Here, UUID], None]
    files: bool = False


def write_change(here: Here, item_id: UUID, change: Change) -> HttpResponse:
    """Show the form about one item, or carry it out. Raises NotHere for what one may not read or
    not write about."""
    row = readable_item(network=here.network, id=item_id)
    mine = row["author_id"] == here.person
    if not mine and not here.seat.may_write(about=row["about_id"], subject=row["subject"]):
        raise NotHere()
    found = whose(here)
    about = f"?about={row['about_id']}" if found.several else ""
    back = reverse(change.back, kwargs={"network_id": here.network}) + about
    refusal = None
    if here.request.method == "POST":
        try:
            change.write(here, item_id)
        except Refusal as raised:
            refusal = raised
        else:
            here.touch(UPDATE, item_id)
            say(here.request, str(change.done))
            return HttpResponseRedirect(back)
    return record_page(
        here,
        found,
        "record/entry.html",
        status=refusal.status if refusal else 200,
        form=change,
        fields=change.fields(here),
        back=back,
        refusal=refusal,
        item=row,
        reading=(),
        others=(),
        subject=Subject(row["subject"]),
    )


def typed(here: Here, name: str, otherwise: str = "") -> str:
    """What was typed in a field, so that a refusal loses nothing."""
    return here.request.POST.get(name, here.request.GET.get(name, otherwise))


BOTH = ["GET", "POST"]
NOTE = "note"


def note_field(here: Here, label: str = "") -> Field:
    """A field for free words."""
    return Field(NOTE, label or _("Wilt u er iets bij zeggen?"), "area", typed(here, NOTE))


def day_field(here: Here, label: str) -> Field:
    """A field for a day that was, today unless said otherwise."""
    today = clock.today().isoformat()
    return Field("on", label, "date", typed(here, "on", today), required=True)
