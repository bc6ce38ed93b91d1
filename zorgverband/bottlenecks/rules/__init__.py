"""All rules, one file each. A rule is a module of this folder with a `RULE`."""

from importlib import import_module
from pkgutil import iter_modules

from ..rule import Rule

RULES: dict[str, Rule] = {
    rule.kind: rule
    for rule in (
        import_module(f"{__name__}.{module.name}").RULE
        for module in sorted(iter_modules(__path__), key=lambda one: one.name)
    )
}


def kinds_after(*, verb: str, item: str) -> list[str]:
    """The kinds that may begin or end because of an event with this verb, to an item of this kind."""
    return [
        kind
        for kind, rule in RULES.items()
        if verb.startswith(rule.verbs) or (rule.items and item.startswith(rule.items))
    ]
