"""Appointment: a visit agreed with a care organisation. With whom is medical: treatment."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene

_STATUS = {
    "cancelled": "Afgezegd",
    "noshow": "Niet verschenen",
    "proposed": "Voorgestelde afspraak",
    "waitlist": "Op de wachtlijst",
}


def _title(scene: Scene) -> str:
    raw = scene.raw
    found = [raw.get("description"), scene.concept("serviceType"), scene.concept("appointmentType")]
    before = _STATUS.get(raw["status"], "Afspraak")
    return f"{before}: {next(filter(None, found), 'niet omschreven')}"


RECIPE = Recipe(
    resource_type="Appointment",
    kind="appointment",
    subject="treatment",
    title=_title,
    when=("start", "requestedPeriod"),
    starts=("start", "requestedPeriod"),
    ends=("end", "requestedPeriod"),
    authors=(),
    codes=("serviceType",),
    silent=frozenset({"slot"}),
)
