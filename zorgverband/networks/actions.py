"""Facts of taking part that other rooms lean on."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from .models import Hat, Presence


def note_presence(*, seat: Seat, person: UUID, medical: bool) -> None:
    """Keep that this person took part through this membership, so that their name stays known
    with what they wrote, also after they left the team. `medical`: what they did is; the social
    side hears of them only from their first act that is not. Safe to repeat."""
    row = Presence(
        network_id=seat.network, member_id=seat.member, person_id=person, medical=medical
    )
    if medical:
        Presence.objects.bulk_create([row], ignore_conflicts=True)
        return
    Presence.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["network", "person", "member"],
        update_fields=["medical"],
    )


def choose_hat(*, network: UUID, person: UUID, member: UUID) -> None:
    """Keep through which of their teams this person looks at the network."""
    if not Hat.objects.filter(network_id=network, person_id=person).update(member_id=member):
        Hat.objects.bulk_create([Hat(network_id=network, person_id=person, member_id=member)])
