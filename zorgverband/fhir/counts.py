"""How many resources were read, left out, and what became of them, as tables of Markdown."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from zorgverband.fhir.fact import Reading


def count_table(reading: Reading) -> str:
    """A Markdown table: per resource type how many were read, and left out for which reasons."""
    read = Counter(fact.resource_type for fact in reading.facts)
    left = Counter((one.resource_type, one.reason) for one in reading.left_out)
    types = sorted({*read, *(resource_type for resource_type, _reason in left)})
    lines = [
        "| {} | {} | {} | {} |".format(_("soort"), _("gelezen"), _("weggelaten"), _("waarom")),
        "|---|---:|---:|---|",
    ]
    for name in types:
        why = {reason: count for (kind, reason), count in left.items() if kind == name}
        told = "; ".join(f"{_(reason)} ({count})" for reason, count in sorted(why.items()))
        lines.append(f"| {name} | {read[name]} | {sum(why.values())} | {told} |")
    lines.append(f"| {_('samen')} | {len(reading.facts)} | {len(reading.left_out)} | |")
    return "\n".join(lines)


def became_table(became: Sequence[tuple[str, str]]) -> str:
    """A Markdown table: of plans, goals, teams and requests, and what is in them, what they became."""
    lines = [
        "| {} | {} | {} |".format(_("soort"), _("wat het werd"), _("aantal")),
        "|---|---|---:|",
    ]
    counts = Counter((kind, _(sentence)) for kind, sentence in became)
    lines += [f"| {kind} | {words} | {count} |" for (kind, words), count in sorted(counts.items())]
    return "\n".join(lines)
