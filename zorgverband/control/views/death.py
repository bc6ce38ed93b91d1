"""A client died: recording it, taking that back, and who keeps reading."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base import clock, deciding
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import day_of
from zorgverband.networks.models import KeptAccess, Side
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.effect import Effect
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.step_up import step_up
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date

from .. import actions
from ..actions.kept_access import EndedAlready, MayNotKeep
from ..confirming import Question, confirmed
from ..forms import kept, member_in, numbers_in
from ..grounds import KEPT
from ..queries import kept_of
from ..shown import choosable
from .naming import About, about

_CHOSEN = ("member", "ground", "subjects", "until")


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def record_death(here: Here, client_id: UUID) -> HttpResponse:
    """The day of death and who keeps the dossier; then what that means."""
    who, data = about(here, client_id), here.request.POST
    if not deciding.may_record_death(client_id):
        raise NotHere()
    if here.request.method == "GET":
        return _form(here, "control/died.html", who)
    died, keeper = day_of(data.get("died_on")), member_in(data, "keeper")
    words = {"name": who.face.name, "day": full_date(died) if died else "",
             "keeper": who.people[keeper].name if keeper in who.people else "",
             "days": settings.TERMS["death_undo"]}  # fmt: skip
    question = Question(
        title=_("Is %(name)s overleden op %(day)s?") % words,
        first=[
            _("Dan kan niemand nog iets over %(name)s schrijven of veranderen.") % words,
            _("Alleen %(keeper)s leest nog, en bewaart het dossier.") % words,
            _("Er gaan geen berichten meer uit. Zorgverband vertelt het niemand. Dat doet u zelf."),
            _("Was het een vergissing? Dan kan %(keeper)s dit %(days)s dagen lang terugdraaien.") % words,
        ],
        yes=_("Overlijden vastleggen"), no=_("Niet doen"),
        done=_("Het overlijden is vastgelegd."), back=who.back,
        onward=who.back if keeper == here.seat.member else "/",
        kept=kept(data, ["died_on", "keeper"]),
    )  # fmt: skip
    try:
        return confirmed(
            here,
            lambda: actions.record_death(
                seat=here.seat, person=here.person, client=client_id, died_on=died, keeper=keeper
            ),
            question, counted,
        )  # fmt: skip
    except Refusal as refusal:
        return _form(here, "control/died.html", who, refusal)


def counted(effect: Effect) -> list[str]:
    """How many read no longer: after a death a line per person and subject says nothing more."""
    gone = {one.person for one in effect.sights if not one.gained} | {
        one.person for one in effect.prospects if one.reads < 0
    }
    words = ngettext(
        "%(num)s persoon leest niets meer.", "%(num)s mensen lezen niets meer.", len(gone)
    )
    return [words % {"num": len(gone)}]


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def undo_death(here: Here, client_id: UUID) -> HttpResponse:
    """It was a mistake: the client lives."""
    who = about(here, client_id)
    if not deciding.keeps(client_id):
        raise NotHere()
    question = Question(
        title=_("Was het overlijden een vergissing?"),
        first=[_("Dan is alles weer zoals het was. Iedereen leest weer wat hij las.")],
        yes=_("Ja, een vergissing"), no=_("Niet doen"),
        done=_("Teruggedraaid. Alles is weer zoals het was."), back=who.back, effect=False,
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.undo_death(seat=here.seat, person=here.person, client=client_id),
        question, counted,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def keep_access(here: Here, client_id: UUID) -> HttpResponse:
    """Letting somebody read on, on a ground and until a day."""
    who, data = about(here, client_id), here.request.POST
    if not deciding.keeps(client_id):
        raise NotHere()
    if here.request.method == "GET":
        return _form(here, "control/keep.html", who)
    member = member_in(data, "member")
    words = {"name": who.people[member].name if member in who.people else "",
             "client": who.face.name, "member": str(member or "")}  # fmt: skip
    question = _instead(words, who) if data.get("ground") == KeptAccess.Ground.KEEPER else Question(
        title=_("Leest %(name)s nog over %(client)s?") % words,
        first=[_("%(name)s leest dan ook wat er al stond. Bezwaar van %(client)s blijft gelden.")
               % words],
        yes=_("Laten lezen"), no=_("Niet doen"), back=who.back,
        done=_("%(name)s leest nog mee.") % words,
        kept=kept(data, _CHOSEN),
    )  # fmt: skip
    try:
        return confirmed(
            here,
            lambda: actions.keep_access(
                seat=here.seat, person=here.person, client=client_id, member=member,
                ground=data.get("ground", ""), subjects=numbers_in(data, "subjects"),
                until=day_of(data.get("until")),
            ),
            question,
        )  # fmt: skip
    except Refusal as refusal:
        return _form(here, "control/keep.html", who, refusal)


def _instead(words: dict[str, str], who: About) -> Question:
    return Question(
        title=_("Bewaart %(name)s het dossier van %(client)s?") % words,
        first=[
            _("%(name)s leest dan alles en kiest wie er nog leest, in uw plaats.") % words,
            _("U bewaart het dossier dan niet meer. U kunt dit niet zelf terugdraaien."),
        ],
        yes=_("Dossier overdragen"), no=_("Niet doen"), back=who.back, onward="/",
        done=_("%(name)s bewaart nu het dossier.") % words,
        kept=[("ground", "keeper"), ("member", words["member"])],
    )  # fmt: skip


@require_POST
@network_door
@step_up
def end_kept_access(here: Here, client_id: UUID, kept_id: UUID) -> HttpResponse:
    """Somebody reads no longer; only closes, so without a page in between."""
    who = about(here, client_id)
    if not deciding.keeps(client_id):
        raise MayNotKeep()
    found = [one for one in kept_of(here.network, client_id) if one.id == kept_id]
    if not found:
        raise EndedAlready()
    actions.end_kept_access(
        seat=here.seat, person=here.person, client=client_id, kept=kept_id, member=found[0].member
    )
    say(here.request, _("Deze persoon leest niet meer."))
    return HttpResponseRedirect(who.back)


def _form(here: Here, template: str, who: About, refusal: Refusal | None = None) -> HttpResponse:
    data, today = here.request.POST, clock.today()
    people = choosable(who.people, but=who.face.member, persons=False)
    return page(
        here, template, current="more", people=who.people, refusal=refusal, who=who, data=data,
        status=refusal.status if refusal else 200, today=today, choosable=people,
        keepers=[one for one in people if one.coordinator or one.side == Side.CARE],
        grounds=[(code, words) for code, words in KEPT.items() if code != "keeper"]
        + [("keeper", _("bewaart het dossier, in uw plaats"))],
        subjects=list(Subject), ticked=numbers_in(data, "subjects"),
        until=data.get("until", (today + timedelta(days=365)).isoformat()),
        tomorrow=today + timedelta(days=1),
    )  # fmt: skip
