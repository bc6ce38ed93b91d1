"""What somebody does here: another function, with its effect before it happens."""

from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.networks.functions import label_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.confirming import Question, confirmed
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page

from .. import actions, queries
from ..actions import Role
from ..actions.change_role import ClientStays, MayNotChangeRole, NotOwnRole
from ..actions.show_role import MayNotShow
from ..checks import decides, leads
from ..forms import function_options, side_of_function
from .people import one_of


@require_http_methods(["GET", "POST"])
@network_door
def change_role(here: Here, member_id: UUID) -> HttpResponse:
    """The function to choose; then who reads more and who less; posted, it is so."""
    if not leads(here.seat):
        raise MayNotChangeRole()
    face = one_of(faces(here.network), member_id)
    if face.member == here.seat.member:
        raise NotOwnRole()
    if face.side == Side.CLIENT:
        raise ClientStays()
    data = here.request.POST or here.request.GET
    organisations = queries.organisations_here()
    if side_of_function(data.get("function", "")):
        return _asked(here, face, data, {str(one) for one, _name in organisations})
    return page(
        here, "membership/change_role.html", current="people", face=face,
        functions=function_options(Side.FAMILY, Side.CARE, Side.SOCIAL),
        organisations=organisations, organisation=queries.organisation_of(member_id) or "",
        back=_back(here, face),
    )  # fmt: skip


def _asked(here: Here, face: Face, data: QueryDict, known: set[str]) -> HttpResponse:
    function = str(data.get("function", ""))
    chosen = data.get("organisation", "")
    role = Role(
        side=side_of_function(function),
        function=function,
        organisation=UUID(str(chosen)) if chosen in known else None,
    )
    name = {"name": face.name, "function": label_of(function)}
    first = [_("%(name)s is nu: %(old)s.") % {"name": face.name, "old": face.function}]
    if role.side != face.side:
        first.append(_("%(name)s hoort dan bij een andere groep. Wat %(name)s tot nu toe mocht "
                       "lezen en schrijven, stopt.") % name)  # fmt: skip
    question = Question(
        title=_("%(name)s wordt %(function)s?") % name, first=first, yes=_("Veranderen"),
        no=_("Niet doen"), done=_("%(name)s is nu %(function)s.") % name, back=_back(here, face),
        current="people",
        kept=[("function", function), ("organisation", str(role.organisation or ""))],
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.change_role(
            seat=here.seat, person=here.person, member=face.member, role=role
        ),
        question,
    )


@require_http_methods(["GET", "POST"])
@network_door
def show_role(here: Here, member_id: UUID) -> HttpResponse:
    """Letting municipality, welfare and school know what a care member does, or no longer."""
    if not decides(here.seat):
        raise MayNotShow()
    face = one_of(faces(here.network), member_id)
    shown = not queries.known(face.member)
    name = {"name": face.given_name, "does": face.described}
    first = (
        [
            _("Gemeente, welzijn en school zien nu alleen: zorgverlener."),
            _("Daarna zien zij: %(does)s. Ook het telefoonnummer, als dat er is.") % name,
            _("Wat iemand doet, kan iets zeggen over uw gezondheid."),
            _("Berichten over gezondheid lezen zij ook dan niet."),
        ]
        if shown
        else [
            _("Gemeente, welzijn en school zien daarna alleen: zorgverlener."),
            _("Wat zij al gezien hebben, kunnen wij niet terughalen."),
        ]
    )
    question = Question(
        title=(_("Laten zien wat %(name)s doet?") if shown
               else _("Niet meer laten zien wat %(name)s doet?")) % name,
        first=first, yes=_("Laten zien") if shown else _("Niet meer laten zien"),
        no=_("Niet doen"), back=_back(here, face), current="people",
        done=(_("Gemeente, welzijn en school zien nu wat %(name)s doet.") if shown
              else _("Gemeente, welzijn en school zien dit niet meer.")) % name,
        kept=[("shown", "1" if shown else "0")],
    )  # fmt: skip

    def act() -> None:
        asked = here.request.POST.get("shown", "1" if shown else "0") == "1"
        actions.show_role(seat=here.seat, person=here.person, member=member_id, shown=asked)

    return confirmed(here, act, question)


def _back(here: Here, face: Face) -> str:
    parts = {"network_id": here.network, "member_id": face.member}
    return reverse("member", kwargs=parts)
