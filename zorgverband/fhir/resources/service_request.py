"""ServiceRequest: an examination or treatment that was asked for, or must not be done."""

from zorgverband.fhir.placing.deeds import ids_of, request
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.planned import Planned
from zorgverband.fhir.wording.codes import codes_of

_EXAMINATION = frozenset({"108252007", "363679005", "laboratory", "imaging", "LAB", "RAD"})


def _title(scene: Scene) -> str:
    raw = scene.raw
    name = scene.concept("code") or scene.concept("category") or "niet omschreven"
    if raw.get("doNotPerform"):
        return f"Niet doen: {name}"
    before = {"revoked": "Ingetrokken aanvraag", "draft": "Concept van een aanvraag"}
    return f"{before.get(raw['status'], 'Aangevraagd')}: {name}"


def _subject(scene: Scene) -> str:
    categories = scene.raw.get("category", [])
    found = {code.code for category in categories for code in codes_of(category)}
    return "results" if found & _EXAMINATION else "treatment"


def _plan(scene: Scene) -> Planned:
    return Planned(wholes=ids_of(scene, scene.raw.get("basedOn", [])), deeds=(request(scene),))


RECIPE = Recipe(
    resource_type="ServiceRequest",
    kind="service_request",
    subject=_subject,
    title=_title,
    when=("authoredOn", "occurrence"),
    starts=("occurrence",),
    ends=("occurrence",),
    authors=("requester",),
    plan=_plan,
    told=frozenset({"code"}),
    silent=frozenset({"insurance"}),
)
