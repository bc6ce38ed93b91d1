"""'Wie beslist': per client the state in plain words, who acts, what waits, and what changed."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.base import deciding
from zorgverband.base.deciding import Standing
from zorgverband.base.refusals import NotHere
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.networks.standing_in import standing_in
from zorgverband.networks.substitutes import substitutes
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page

from ..queries import acting_for, kept_of, open_proposals, parents_with_authority
from ..shown import show_history, shown, waiting
from .naming import show_kept

GROWN_UP = 18


@require_safe
@network_door
def who_decides(here: Here, client_id: UUID | None = None) -> HttpResponse:
    """One client, the first when none is named; the others one tap away."""
    people, names = faces(here.network), names_of_people(here.network)
    standings = [one for one in deciding.standings(here.network) if one.client in people]
    one = _chosen(standings, client_id or here.seat.member, named=client_id is not None)
    child = one.age_group < GROWN_UP
    parents = parents_with_authority(here.network).get(one.client, []) if child else []
    # Who looks after it for the coordinator stands on Mensen for every network.
    standing = [] if child else substitutes(here.network)
    acting = acting_for(here.network)
    return page(
        here, "control/who_decides.html", current="more", people=people,
        one=shown(one, seat=here.seat, people=people, acting=acting, parents=parents),
        others=[(x.client, people[x.client].name) for x in standings],
        waiting=waiting(open_proposals(here.network), seat=here.seat, names=names),
        leads=one.died_on is None
        and (here.seat.coordinator or here.seat.controls(one.client)),
        keeper=one.died_on is not None and deciding.keeps(one.client),
        kept=show_kept(kept_of(here.network, one.client), people) if one.died_on else [],
        standing_in=standing_in(standing, people),
        history=show_history(here.network, one.client, people, names),
    )  # fmt: skip


def _chosen(standings: list[Standing], wanted: UUID, *, named: bool) -> Standing:
    for one in standings:
        if one.client == wanted:
            return one
    if named or not standings:
        raise NotHere()
    return standings[0]
