"""How many resources were read and how many were left out, as a table for the documentation."""

from collections import Counter

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
