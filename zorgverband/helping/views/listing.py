"""'Hulp': what is asked of me, what still has nobody, who does what, and what is behind us."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page

from ..forms import askable_abouts
from ..queries import listed
from ..shown import ShownHelp, away_lines, show_all


@require_safe
@network_door
def help_list(here: Here) -> HttpResponse:
    """Everything that is asked in this network, what waits for who looks first."""
    people = faces(here.network)
    found, away = listed(here.network, here.seat.member)
    shown = show_all(found, seat=here.seat, person=here.person, people=people)
    return page(
        here, "helping/list.html", current="more", people=people, groups=_groups(shown),
        away=away_lines(away, people),
        may_ask=bool(askable_abouts(here.seat, people)),
    )  # fmt: skip


def _groups(shown: list[ShownHelp]) -> dict[str, list[ShownHelp]]:
    groups: dict[str, list[ShownHelp]] = {"mine": [], "free": [], "taken": [], "past": []}
    for one in shown:
        taken = bool(one.helper) and not one.ended and not one.thanked
        name = "mine" if one.asks else "free" if one.free else "taken" if taken else "past"
        groups[name].append(one)
    return groups
