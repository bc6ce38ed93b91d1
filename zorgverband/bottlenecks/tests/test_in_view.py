"""Netwerken in beeld: rounded numbers of what waits for an organisation's own people, and no more."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.rows import put
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.bottlenecks.models import Bottleneck, Lens
from zorgverband.networks.models import Member, Network, Role
from zorgverband.organisations.tests.working import home_care

from ..in_view import number_words


def page(client: Any, organisation: UUID) -> str:
    address = reverse("organisation_in_view", args=[organisation])
    return str(client.get(address).content.decode())


def waiting(number: int, kind: str, **owner: Any) -> list[Bottleneck]:
    """So many networks in which something of this kind waits for one member."""
    organisation, subject, lens = (owner.pop(name, None) for name in
                                   ("organisation", "subject", "lens"))  # fmt: skip
    now, made = clock.now(), []
    for _network in range(number):
        network = Network.objects.using("owner").create(id=new_id(), created_at=now)
        member = Member.objects.using("owner").create(
            id=new_id(), network=network, joined_at=now - timedelta(days=30), **owner
        )
        Role.objects.using("owner").create(
            id=new_id(), network=network, member=member, function="consultant",
            organisation_id=organisation,
        )  # fmt: skip
        made.append(Bottleneck.objects.using("owner").create(
            network=network, kind=kind, key="1", about_id=network.id, subject=subject or 14,
            since=now, digest="", seriousness=5, opened_at=now - timedelta(days=9),
            owner=member, lens=lens or Lens.ALL,
        ))  # fmt: skip
    return made


def keeper(cast: Cast, who: Somebody) -> UUID:
    """Somebody keeps the list of the organisation they work for."""
    row = cast.owner.execute(
        "SELECT organisation_id FROM networks_role WHERE member_id = %s", [who.member]
    ).fetchone()
    assert row is not None
    put(cast.owner, {"organisations_organisationkeeper": [{
        "id": new_id(), "organisation_id": row[0], "person_id": who.person, "ends_at": None,
        "starts_at": clock.now() - timedelta(days=9),
    }]})  # fmt: skip
    return UUID(str(row[0]))


def test_what_is_less_than_five_is_not_there_and_the_rest_is_rounded_down(
    cast: Cast, client_of: Any
) -> None:
    work = home_care(cast)
    side = {"side": "care", "team_id": work.team}
    waiting(7, "agreement_overdue", **side)
    waiting(4, "double_examination", **side, subject=3)
    shown = page(client_of(cast.fatima), work.organisation)
    assert "Afspraak te laat" in shown
    assert "In 5 of meer netwerken. In 5 of meer al langer dan een week." in shown
    assert "10 of meer" in shown
    assert "Dubbel onderzoek" not in shown
    assert "Termijnen" in shown
    assert "Team Duinrijk-Noord" in shown
    assert "/n/" not in shown.split("<main")[1]
    more = waiting(1, "double_examination", **side, subject=3)
    assert "Dubbel onderzoek" in page(client_of(cast.fatima), work.organisation)
    # In a network that was closed nothing waits any more.
    Network.objects.using("owner").filter(id=more[0].network_id).update(closed_at=clock.now())
    assert "Dubbel onderzoek" not in page(client_of(cast.fatima), work.organisation)
    for who in (cast.sanne, cast.hanneke, cast.linda, cast.jannie):
        address = reverse("organisation_in_view", args=[work.organisation])
        assert client_of(who).get(address).status_code == 404


def test_nothing_medical_makes_a_difference_for_the_keeper_of_a_municipality(
    cast: Cast, client_of: Any
) -> None:
    own, linda = keeper(cast, cast.linda), client_of(cast.linda)
    side = {"side": "social", "person_id": cast.linda.person, "organisation": own}
    empty = page(linda, own)
    waiting(6, "agreement_overdue", **side)
    before = page(linda, own)
    assert before != empty
    # Whatever the detector would do: what is medical does not count through a social seat.
    medical = waiting(0, "agreement_overdue", **side)
    rows = Bottleneck.objects.using("owner").filter(owner__person_id=cast.linda.person)
    for row in list(rows):
        medical += [Bottleneck(
            network_id=row.network_id, kind=kind, key="2", about_id=row.about_id, subject=subject,
            since=row.since, digest="", seriousness=9, opened_at=row.opened_at,
            owner_id=row.owner_id, lens=lens,
        ) for kind, subject, lens in (("double_medication", 2, Lens.ALL),
                                      ("no_respite", 12, Lens.WHOLE))]  # fmt: skip
    Bottleneck.objects.using("owner").bulk_create(medical)
    assert page(linda, own) == before
    Bottleneck.objects.using("owner").filter(kind="no_respite").update(lens=Lens.SOCIAL)
    assert page(linda, own) != before


def test_numbers_are_words_in_fives() -> None:
    assert [number_words(one) for one in (0, 5, 20)] == [
        "minder dan 5", "5 of meer", "20 of meer",
    ]  # fmt: skip
