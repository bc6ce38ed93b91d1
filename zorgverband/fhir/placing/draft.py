"""A resource and its recipe make a fact."""

from collections.abc import Iterator
from typing import Any

from zorgverband.fhir.fact import Code, Fact, Json
from zorgverband.fhir.placing.attachments import attachments
from zorgverband.fhir.placing.authors import taken_over_from
from zorgverband.fhir.placing.mind import FINDINGS, labelled_mind, speaks_of_mind
from zorgverband.fhir.placing.moments import ends_on, happened, starts_on
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import code_in, codes_of
from zorgverband.fhir.wording.narrative import plain_text
from zorgverband.fhir.wording.telling import SILENT, Telling

TITLE_LIMIT = 200
TAIL = 60
_REASONS = ("reasonCode", "reasonReference", "contained")
_CLOSED = frozenset({"R", "V"})


def draft(*, recipe: Recipe, scene: Scene, patient: str) -> Fact:
    """The fact that this resource is. The resource is valid and not refused by its recipe."""
    moment = happened(scene, recipe.when)
    title = " ".join(recipe.title(scene).split())
    kind = recipe.kind if isinstance(recipe.kind, str) else recipe.kind(scene)
    return Fact(
        kind=kind,
        subject=_subject(recipe, scene),
        title=title if len(title) <= TITLE_LIMIT else title[: TITLE_LIMIT - 1].rstrip() + "…",
        body=_body(recipe, scene, title),
        happened_at=moment.at if moment else None,
        precision=moment.precision if moment else "unknown",
        codes=tuple(_codes(scene.raw, recipe.codes)),
        figure=recipe.figure(scene),
        components=recipe.components(scene),
        starts_on=starts_on(scene, recipe.starts),
        ends_on=ends_on(scene, recipe.ends, recipe.starts),
        status=_status(scene.raw, recipe.status),
        attachments=attachments(scene),
        resource_type=recipe.resource_type,
        source=scene.node.source,
        source_id=scene.identities.source_id(scene.node),
        digest=scene.identities.digest(scene.node),
        taken_over_from=taken_over_from(scene, recipe.authors),
        patient=patient,
        restricted=_restricted(scene.raw),
        plan=recipe.plan(scene),
        withheld=() if recipe.mind else _withheld(scene),
        raw=scene.raw,
    )


def _subject(recipe: Recipe, scene: Scene) -> str:
    if recipe.mind and (labelled_mind(scene.raw) or _tells_of_mind(scene.raw, recipe, scene)):
        return "mind"
    return recipe.subject if isinstance(recipe.subject, str) else recipe.subject(scene)


def _tells_of_mind(raw: Json, recipe: Recipe, scene: Scene) -> bool:
    """Whether the resource, or a finding that its text names, is psychological."""
    told = {name: value for name, value in raw.items() if name not in SILENT | recipe.silent}
    shown = [told, *(raw[name] for name in recipe.codes if name in raw)]
    wholes = [one.raw.get("code") for one in scene.shelf.wholes(scene.node)]
    return speaks_of_mind([shown, wholes]) or any(
        _is_of_mind(reference, scene) for reference in _references(told)
    )


def _is_of_mind(reference: Json, scene: Scene) -> bool:
    """Whether a reference leads to a psychological finding; a person or team never is one."""
    target = scene.target(reference)
    if target is not None:
        return target.resource_type in FINDINGS and speaks_of_mind(target.raw)
    kind = reference.get("type") or str(reference.get("reference")).partition("/")[0]
    return kind in FINDINGS and speaks_of_mind({"text": reference.get("display", "")})


def _references(value: Any) -> Iterator[Json]:
    if isinstance(value, list):
        for item in value:
            yield from _references(item)
    elif isinstance(value, dict):
        if isinstance(value.get("reference") or value.get("type"), str):
            yield value
        for item in value.values():
            yield from _references(item)


def _body(recipe: Recipe, scene: Scene, title: str) -> str:
    raw = scene.raw if recipe.mind else _without_mind(scene)
    silent = recipe.silent | recipe.told
    telling = Telling(node=scene.node, names=scene.names, silent=silent)
    lines = [*recipe.first(scene), *telling.lines(raw)]
    if len(title) > TITLE_LIMIT and not any(title[-TAIL:] in line for line in lines):
        lines.insert(0, title)
    narrative = raw.get("text", {})
    says_little = not any(_codes(raw, recipe.codes)) and all(x.startswith("Status") for x in lines)
    if "div" in narrative and (narrative.get("status") == "additional" or says_little):
        lines.append(plain_text(narrative))
    return "\n".join(line for line in lines if line.strip()) or title


def _withheld(scene: Scene) -> tuple[str, ...]:
    shown = _without_mind(scene)
    return tuple(name for name in scene.raw if scene.raw[name] != shown.get(name))


def _without_mind(scene: Scene) -> Json:
    """The resource without psychological reasons, for readers who see only the medication.

    When there is one, the narrative goes too: it says the same in words.
    """
    raw = dict(scene.raw)
    for name in _REASONS:
        kept = [reason for reason in raw.pop(name, []) if not _gives_away(reason, scene)]
        if kept:
            raw[name] = kept
    if raw != scene.raw:
        raw.pop("text", None)
    return raw


def _gives_away(reason: Json, scene: Scene) -> bool:
    """Whether a reason, a reference to one, or a contained resource is psychological."""
    if "resourceType" in reason:
        return reason["resourceType"] in FINDINGS and speaks_of_mind(reason)
    return speaks_of_mind(reason) or _is_of_mind(reason, scene)


def _codes(raw: Json, names: tuple[str, ...]) -> Iterator[Code]:
    for name in names:
        value = raw.get(name)
        for concept in value if isinstance(value, list) else [value]:
            if isinstance(concept, dict):
                yield from codes_of(concept)


def _status(raw: Json, names: tuple[str, ...]) -> str:
    for name in names:
        value = raw.get(name)
        found = code_in(value) if isinstance(value, dict) else value
        if found:
            return str(found)
    return ""


def _restricted(raw: Json) -> bool:
    """Whether the source marked it confidential beyond the ordinary for care."""
    labels = list(raw.get("meta", {}).get("security", []))
    labels += [c for label in raw.get("securityLabel", []) for c in label.get("coding", [])]
    codes = {label.get("code") for label in labels} | {raw.get("confidentiality")}
    return bool(codes & _CLOSED)
