"""What the first page of a network needs to know besides what the rooms below it answer."""

from uuid import UUID

from zorgverband.sharing.models import Permission


def readers_of(network: UUID, *, abouts: set[UUID]) -> set[UUID]:
    """The members who may read something about these clients or their household now or later."""
    rows = Permission.objects.filter(network_id=network, about_id__in=abouts, can_read=True)
    return set(rows.values_list("member_id", flat=True).distinct())
