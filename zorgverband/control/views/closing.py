"""Closing a network: what that means, and for how many people, before it happens."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import undoing
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces, network_name
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.step_up import step_up

from .. import actions
from ..actions.close_network import MayNotClose
from ..confirming import Question, confirmed
from .death import counted


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def close_network(here: Here) -> HttpResponse:
    """Closing it for everybody."""
    if not undoing.may_close(here.network):
        raise MayNotClose()
    words = {"days": settings.TERMS["reopen"]}
    name = {"name": network_name(faces(here.network))}
    question = Question(
        title=_("Het netwerk van %(name)s sluiten?") % name,
        first=[
            _("Dan leest en schrijft niemand hier nog iets. Dat geldt meteen, ook voor u."),
            _("Er gaan geen berichten meer uit. Vertel het zelf aan de anderen."),
            _("Was het een vergissing? Dan kunt u het netwerk %(days)s dagen lang weer openen.")
            % words,
            "" if here.seat.side == Side.CLIENT else _("De cliënt kan het ook weer openen."),
            _("Wilt u het dossier houden? Kies dan eerst bij Meer: Dossier meenemen."),
        ],
        yes=_("Netwerk sluiten"), no=_("Niet doen"), done=_("Het netwerk is gesloten."),
        back=reverse("who_decides", kwargs={"network_id": here.network}),
        onward=reverse("undoing"),
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.close_network(seat=here.seat, person=here.person),
        question, counted,
    )  # fmt: skip
