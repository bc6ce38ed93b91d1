"""Changing who decides: back to the client, help, somebody else, or the coordinator for some days.
Each first with what it changes."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import day_of, whole_number
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.step_up import step_up
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date

from .. import actions
from ..actions.represent import Mandate, MayNotLetDecide, checked_mandate
from ..actions.take_interim import most_days
from ..confirming import Question, confirmed
from ..forms import kept, member_in, numbers_in
from ..grounds import GROUNDS, INTERIM
from ..models import Proposal
from ..queries import Acting, acting_for, standing_of
from ..shown import choosable
from .naming import About, about

DAYS = 14
YEAR = timedelta(days=365)


@require_http_methods(["GET", "POST"])
@network_door
def decide_again(here: Here, client_id: UUID) -> HttpResponse:
    """'Ik beslis weer zelf': one clear button, without showing again that it is them."""
    who = about(here, client_id)
    helped = standing_of(here.network, client_id).state == "supported"
    question = Question(
        title=_("Beslist %(name)s weer zelf?") % {"name": who.face.name} if not who.me
        else _("Wilt u geen hulp meer bij beslissen?") if helped else _("Beslist u weer zelf?"),
        first=[_("Dan beslist niemand anders nog voor u. Dat geldt meteen.") if who.me
               else _("Dan beslist niemand anders nog. Dat geldt meteen.")],
        yes=_("Ja, ik beslis zelf") if who.me else _("Ja"), no=_("Niet doen"),
        done=_("U beslist weer zelf.") if who.me else _("Veranderd."), back=who.back,
    )  # fmt: skip
    act = actions.take_back
    return confirmed(
        here, lambda: act(seat=here.seat, person=here.person, client=client_id), question
    )


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def support(here: Here, client_id: UUID) -> HttpResponse:
    """Choosing who helps."""
    who = about(here, client_id)
    if not who.me:
        raise NotHere()
    helper = member_in(here.request.POST, "helper")
    if here.request.method == "GET":
        return _form(here, "control/support.html", who)
    name = who.people[helper].name if helper in who.people else ""
    question = Question(
        title=_("Helpt %(name)s u bij beslissen?") % {"name": name},
        first=[
            _("%(name)s kan dan iets voor u klaarzetten. U zegt ja of nee.") % {"name": name},
            _("U blijft zelf beslissen. U kunt dit altijd weer veranderen."),
        ],
        yes=_("Ja"), no=_("Niet doen"), back=who.back,
        done=_("%(name)s helpt u nu bij beslissen.") % {"name": name},
        kept=kept(here.request.POST, ["helper"]),
    )  # fmt: skip
    try:
        return confirmed(
            here,
            lambda: actions.support(
                seat=here.seat, person=here.person, client=client_id, helper=helper
            ),
            question,
        )
    except Refusal as refusal:
        return _form(here, "control/support.html", who, refusal)


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def take_interim(here: Here, client_id: UUID) -> HttpResponse:
    """The coordinator decides for some days."""
    who, data = about(here, client_id), here.request.POST
    if not here.seat.coordinator or who.me:
        raise NotHere()
    if here.request.method == "GET":
        return _form(here, "control/interim.html", who)
    days = whole_number(data.get("days"))
    until = full_date(clock.now() + timedelta(days=min(days or 1, 99)))
    question = Question(
        title=_("Beslist u tijdelijk voor %(name)s?") % {"name": who.face.name},
        first=[
            _("U beslist dan wie wat leest, in plaats van %(name)s.") % {"name": who.face.name},
            _("Dat duurt tot %(day)s. Daarna stopt het vanzelf.") % {"day": until},
            _("%(name)s krijgt hier bericht van, met uw reden, en kan het met één knop "
              "terugdraaien.") % {"name": who.face.name},
        ],
        yes=_("Tijdelijk beslissen"), no=_("Niet doen"), back=who.back,
        done=_("U beslist nu tijdelijk voor %(name)s.") % {"name": who.face.name},
        kept=kept(data, ["ground", "reason", "days"]),
    )  # fmt: skip
    try:
        return confirmed(
            here,
            lambda: actions.take_interim(
                seat=here.seat, person=here.person, client=client_id,
                ground=data.get("ground", ""), reason=data.get("reason", ""), days=days,
            ),
            question,
        )  # fmt: skip
    except Refusal as refusal:
        return _form(here, "control/interim.html", who, refusal)


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def represent(here: Here, client_id: UUID) -> HttpResponse:
    """Letting somebody act for the client; who may not say so alone asks a second person."""
    who, data = about(here, client_id), here.request.POST
    if not (here.seat.coordinator or here.seat.controls(client_id)):
        raise NotHere()
    if here.request.method == "GET":
        return _form(here, "control/represent.html", who)
    try:
        mandate = checked_mandate(
            seat=here.seat, representative=member_in(data, "representative"),
            ground=data.get("ground", ""), document=data.get("document", ""),
            subjects=numbers_in(data, "subjects"), review_on=day_of(data.get("review_on")),
        )  # fmt: skip
        return _represent(here, who, mandate)
    except Refusal as refusal:
        return _form(here, "control/represent.html", who, refusal)


def _represent(here: Here, who: About, mandate: Mandate) -> HttpResponse:
    client, name = who.face.member, who.people[mandate.representative].name
    words = {"name": name, "client": who.face.name, "day": full_date(mandate.review_on)}
    question = Question(
        title=_("Beslist %(name)s voor u?") % words if who.me
        else _("Beslist %(name)s voor %(client)s?") % words,
        first=[
            _("%(name)s beslist dan wie wat leest, in uw plaats.") % words if who.me
            else _("%(name)s beslist dan wie wat leest, in plaats van %(client)s.") % words,
            _("Op %(day)s kijkt u of dit nog klopt.") % words,
            _("U kunt dit altijd terugdraaien: Ik beslis weer zelf.") if who.me
            else _("%(client)s krijgt bericht en kan het met één knop terugdraaien.") % words,
        ],
        yes=_("Ja"), no=_("Niet doen"), back=who.back,
        done=_("%(name)s beslist nu.") % words,
        kept=kept(here.request.POST,
                  ["representative", "ground", "document", "subjects", "review_on"]),
    )  # fmt: skip
    try:
        return confirmed(
            here,
            lambda: actions.represent(
                seat=here.seat, person=here.person, client=client, mandate=mandate
            ),
            question,
        )
    except MayNotLetDecide:
        if not here.seat.coordinator:
            raise
    return _propose(here, who, mandate)


def _propose(here: Here, who: About, mandate: Mandate) -> HttpResponse:
    actions.propose(
        seat=here.seat, person=here.person, kind=Proposal.Kind.REPRESENT, about=who.face.member,
        payload={
            "representative": str(mandate.representative), "ground": mandate.ground,
            "subjects": list(mandate.subjects), "review_on": mandate.review_on.isoformat(),
        },
        medical=False, document=mandate.document,
    )  # fmt: skip
    say(here.request, _("Dit is een voorstel. Het geldt pas als een tweede persoon ja zegt."))
    return HttpResponseRedirect(who.back)


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def stop_representing(here: Here, client_id: UUID, representation_id: UUID) -> HttpResponse:
    """Somebody acts no longer for the client."""
    who = about(here, client_id)
    found = _acting(here, client_id, representation_id)
    mine = here.seat.member in (client_id, found.member)
    if not (mine or here.seat.controls(client_id)):
        raise NotHere()
    face = who.people.get(found.member)
    name = {"name": face.name if face else _("Iemand")}
    question = Question(
        title=_("Beslist %(name)s niet meer?") % name,
        first=[_("Dat geldt meteen. Als niemand anders beslist, beslist de cliënt zelf.")],
        yes=_("Laten stoppen"), no=_("Niet doen"), back=who.back,
        done=_("%(name)s beslist niet meer.") % name,
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.stop_representing(
            seat=here.seat, person=here.person, client=client_id,
            representation=representation_id, member=found.member,
        ),
        question,
    )  # fmt: skip


def _acting(here: Here, client: UUID, representation: UUID) -> Acting:
    for one in acting_for(here.network):
        if (one.id, one.client) == (representation, client):
            return one
    raise NotHere()


def _form(here: Here, template: str, who: About, refusal: Refusal | None = None) -> HttpResponse:
    data = here.request.POST
    return page(
        here, template, current="more", people=who.people, refusal=refusal, who=who, data=data,
        status=refusal.status if refusal else 200, grounds=GROUNDS.items(),
        interim_grounds=INTERIM.items(), days=data.get("days", str(min(DAYS, most_days()))),
        most_days=most_days(),
        ticked=numbers_in(data, "subjects"), subjects=list(Subject),
        choosable=choosable(who.people, but=who.face.member),
        chosen=data.get("representative", data.get("helper", "")),
        review=data.get("review_on", (clock.today() + YEAR).isoformat()),
        tomorrow=clock.today() + timedelta(days=1),
    )  # fmt: skip
