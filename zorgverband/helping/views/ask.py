"""'Hulp vragen': first what kind, then when and of whom first."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.circles import CIRCLES, EVERYONE
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import checked
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.shown import reader_lines
from zorgverband.ui.dates import long_date

from .. import actions
from ..forms import NOBODY, USUAL, HelpDraft, askable_abouts, askable_kinds, read_day, read_help
from ..kinds import BODILY, ICONS, KINDS
from ..models import LONGEST
from ..suggesting import candidates

People = dict[UUID, Face]
# What is taken over stays the same while a kind is chosen.
_KEPT = ("instead_of", "whole", "day")


@require_http_methods(["GET", "POST"])
@network_door
def ask_help(here: Here) -> HttpResponse:
    """The kinds, the form for one kind, and asking what was filled in."""
    people, data = faces(here.network), here.request.POST or here.request.GET
    if here.request.method == "GET" and data.get("task", "") not in KINDS:
        return _kinds(here, people)
    wanted = read_help(data, seat=here.seat, people=people)
    if here.request.method == "GET" or "look" in data:
        return _form(here, wanted, people)
    try:
        return _ask(here, wanted, people)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _form(here, wanted, people, refusal)


def _kinds(here: Here, people: People) -> HttpResponse:
    abouts = askable_abouts(here.seat, people)
    over = here.request.GET.get("instead_of")
    kinds = list(KINDS) if over else askable_kinds(here.seat, abouts[0][0]) if abouts else []
    kept = {name: here.request.GET[name] for name in _KEPT if name in here.request.GET}
    return page(
        here, "helping/kinds.html", current="more", people=people,
        kinds=[
            (f"?{urlencode(kept | {'task': kind})}", KINDS[kind], ICONS[kind]) for kind in kinds
        ],
    )  # fmt: skip


def _ask(here: Here, wanted: HelpDraft, people: People) -> HttpResponse:
    draft = wanted.draft if wanted.over else checked(wanted.draft, people=people)
    first_to = wanted.first_to()
    item = actions.ask_help(
        seat=here.seat, person=here.person, about=draft.about, subject=draft.subject,
        asking=wanted.asking(), first_to=first_to, audience=wanted.audience(people.values()),
        circle=draft.circle,
    )  # fmt: skip
    here.touch(CREATE, item)
    if first_to is None:
        say(here.request, _("Uw vraag is gesteld. U hoort wie het doet."))
    else:
        words = _("Gevraagd aan %(name)s. U hoort het antwoord.")
        say(here.request, words % {"name": people[first_to].name})
    parts = {"network_id": here.network, "help_id": item}
    return HttpResponseRedirect(reverse("help_one", kwargs=parts))


def _form(
    here: Here, wanted: HelpDraft, people: People, refusal: Refusal | None = None
) -> HttpResponse:
    draft = wanted.draft
    reasons = reasons_if(
        network=here.network, about=draft.about, subject=draft.subject, author=here.person,
        audience=wanted.audience(people.values()),
    )  # fmt: skip
    names = names_of_people(here.network)
    reading, others = reader_lines(reasons, people=people, names=names, subject=draft.subject)
    readers = {one.member for one in reasons if one.reads}
    found = candidates(
        network=here.network, task=wanted.task, own=here.seat.member, people=people,
        readers=readers,
    )  # fmt: skip
    medical = draft.subject.medical
    return page(
        here, "helping/ask.html", current="more", people=people, wanted=wanted, draft=draft,
        status=refusal.status if refusal else 200, refusal=refusal, found=found,
        kind=KINDS[wanted.task], bodily=wanted.task in BODILY, over=wanted.over,
        over_when=_over_when(wanted), nobody=NOBODY, usual=USUAL,
        others_to_ask=[("", _("Kies iemand"))]
        + [(str(one.member), _called(one)) for one in found.others],
        abouts=askable_abouts(here.seat, people), first=clock.today().isoformat(),
        weeks=_weeks(), waits=_waits(), reading=reading, others=others,
        why=_("Hulp bij het lichaam lezen alleen mensen die over gezondheid mogen lezen.")
        if medical else "",
        circles=[one for one in CIRCLES.values() if not (medical and one.code == EVERYONE)],
        choosable=[
            face for face in people.values()
            if face.active and face.side != Side.CLIENT and face.member != here.seat.member
        ],
    )  # fmt: skip


def _called(face: Face) -> str:
    """Whom one may ask besides; a team with its organisation."""
    besides = face.organisation_besides if face.team else ""
    return f"{face.name}, {besides}" if besides else face.name


def _over_when(wanted: HelpDraft) -> str:
    """Of what is taken over: everything from a day on, or that day."""
    if wanted.over is None:
        return ""
    day = read_day(wanted.typed["day"], "day") or wanted.over.day
    if day is None:
        return _("Maakt niet uit wanneer")
    whole = wanted.whole and wanted.over.repeats
    return (_("Alles, vanaf %(day)s") if whole else "%(day)s") % {"day": long_date(day)}


def _weeks() -> list[tuple[str, str]]:
    several = ngettext("Elke week, %(num)s keer", "Elke week, %(num)s keer", 2)
    return [
        ("1", _("Eén keer")),
        *((str(num), several % {"num": num}) for num in (2, 3, 4, 6, 8, 12, LONGEST)),
    ]


def _waits() -> list[tuple[str, str]]:
    return [("2", _("2 uur")), ("24", _("1 dag")), ("72", _("3 dagen"))]
