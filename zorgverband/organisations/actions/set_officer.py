"""Saying where one goes with a complaint about an organisation."""

from uuid import UUID

from django.db import ProgrammingError, transaction

from zorgverband.base.refusals import NotHere, Refusal

from ..models import ComplaintsOfficer


class NowhereToGo(Refusal):
    """Vul een telefoonnummer of een adres in, zodat mensen weten waar zij heen kunnen."""


def set_officer(*, organisation: UUID, name: str, phone: str, address: str) -> None:
    """Keep the complaints officer of an organisation whose list one keeps, in the place of what was
    there. Raises NowhereToGo, or NotHere for who does not keep the list."""
    typed = {"name": name.strip(), "phone": phone.strip(), "address": address.strip()}
    if not typed["phone"] and not typed["address"]:
        raise NowhereToGo(field="phone")
    if ComplaintsOfficer.objects.filter(organisation_id=organisation).update(**typed):
        return
    try:
        with transaction.atomic():
            row = ComplaintsOfficer(organisation_id=organisation, **typed)
            ComplaintsOfficer.objects.bulk_create([row])
    except ProgrammingError as refused:
        raise NotHere() from refused
