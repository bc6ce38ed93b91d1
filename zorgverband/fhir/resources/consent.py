"""Consent: wishes about treatment. Consent to share data is something else and is left out."""

from zorgverband.fhir import reasons
from zorgverband.fhir.placing.authors import at_path
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import code_in, concept_words
from zorgverband.fhir.wording.extensions import UNDERSTOOD

_WISHES = frozenset({"adr", "treatment"})
_CHOICE = {"permit": "wel", "deny": "niet"}


def _title(scene: Scene) -> str:
    """'Behandelwens: reanimatie (niet)'; 'Wilsverklaring: volmacht'."""
    raw = scene.raw
    about = [concept_words(code) for code in at_path(raw, ["provision", "code"])]
    named = ", ".join(filter(None, about)) or scene.concept("category") or "niet omschreven"
    if code_in(raw["scope"]) == "adr":
        return f"Wilsverklaring: {named}"
    choice = _CHOICE.get(raw.get("provision", {}).get("type", ""), "")
    choice = choice or ("onder voorwaarde" if _first(scene) else "")
    ended = "Vervallen behandelwens" if raw["status"] in ("inactive", "rejected") else ""
    return f"{ended or 'Behandelwens'}: {named}" + (f" ({choice})" if choice else "")


def _first(scene: Scene) -> list[str]:
    """The agreement that replaces yes or no in the Dutch profile."""
    extensions = scene.raw.get("modifierExtension", [])
    known = [one.get("valueString", "") for one in extensions if one.get("url") in UNDERSTOOD]
    return [f"Nadere afspraak: {words}" for words in known if words]


def _refuse(scene: Scene) -> str:
    scope = code_in(scene.raw["scope"])
    if scope in _WISHES:
        return ""
    return reasons.RESEARCH if scope == "research" else reasons.SHARING


RECIPE = Recipe(
    resource_type="Consent",
    kind="directive",
    subject="treatment",
    title=_title,
    when=("dateTime",),
    authors=("organization", "performer"),
    codes=("category",),
    told=frozenset({"modifierExtension"}),
    silent=frozenset({"policy", "policyRule"}),
    first=_first,
    refuse=_refuse,
)
