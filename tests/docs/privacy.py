"""Makes docs/privacy.md: what is kept, why, on what ground and how long, of every table and field.

Run `python -m tests.docs.privacy > docs/privacy.md` after a table or field came or went; what must
be said of it stands in `zorgverband/privacy/kept.toml`.
"""

import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "zorgverband" / "privacy" / "kept.toml"
Told = Mapping[str, Any]
HEAD = """\
# Wat Zorgverband bewaart, waarom en hoe lang

Deze bladzijde is gemaakt uit de tabellen zelf (`python -m tests.docs.privacy`). Een tabel of veld zonder
doel, grond of termijn laat een test mislukken. Samen met [de DPIA](dpia.md) is dit de bron voor het
register van verwerkingen (AVG artikel 30) van de organisatie die Zorgverband gebruikt.

Wie iets mag lezen, staat niet hier maar in één regel in de database: `privacy/locks/`. Gegevens gaan
naar niemand buiten de deelnemers; er zijn geen meetprogramma's, advertenties of andere ontvangers. Mails
bevatten geen namen en geen inhoud.

Waar een termijn van een wet komt, houdt het programma bij welke wet dat is (`requests/grounds.py`), maar
haalt het na die termijn niets uit zichzelf weg: dat doet de beheerder van de organisatie, die eerst
nagaat of langer bewaren nodig is. Vanzelf weg gaan alleen: meegenomen dossiers, gelezen meldingen,
sessies en taken.
"""


def told() -> Told:
    """What is said of the tables, as it stands in the one place."""
    return tomllib.loads(KEPT.read_text())


def tables() -> dict[str, list[str]]:
    """Every table of the program with its fields, from the models."""
    from django.apps import apps

    return {
        model._meta.db_table: [field.name for field in model._meta.concrete_fields]
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy
    }


def faults(kept: Told, found: Mapping[str, list[str]]) -> list[str]:
    """Tables without purpose, ground or term, fields without a purpose, and what is gone."""
    said: Told = kept["tables"]
    wrong = [f"{table}: not in kept.toml" for table in sorted(set(found) - set(said))]
    wrong += [f"{table}: no such table" for table in sorted(set(said) - set(found))]
    for table in sorted(set(found) & set(said)):
        entry = said[table]
        wrong += [f"{table}: no {word}" for word in ("title", "why") if not entry.get(word)]
        wrong += [f"{table}: no ground"] * (entry.get("ground") not in kept["grounds"])
        wrong += [f"{table}: no term"] * (entry.get("term") not in kept["terms"])
        own = entry.get("fields", {})
        wrong += [f"{table}.{name}: no such field" for name in own if name not in found[table]]
        if not entry.get("whole"):
            wrong += [
                f"{table}.{name}: no purpose"
                for name in found[table]
                if name not in own and name not in kept["fields"]
            ]
    return wrong


def page(kept: Told, found: Mapping[str, list[str]]) -> str:
    """The whole page."""
    lines = [HEAD]
    for table, entry in kept["tables"].items():
        lines += [
            f"## {entry['title']}",
            "",
            entry["why"],
            "",
            f"- Grond: {kept['grounds'][entry['ground']]}.",
            f"- Hoe lang: {kept['terms'][entry['term']]}.",
            f"- Tabel: `{table}`.",
            "",
        ]
        if not entry.get("whole"):
            own = entry.get("fields", {})
            lines += ["| veld | waarvoor |", "|---|---|"]
            lines += [
                f"| `{name}` | {own.get(name) or kept['fields'].get(name, '')} |"
                for name in found[table]
            ]
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Print the page; what is wrong goes to the error output."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zorgverband.config.settings")
    import django

    django.setup()
    kept, found = told(), tables()
    for fault in faults(kept, found):
        sys.stderr.write(f"{fault}\n")
    sys.stdout.write(page(kept, found))


if __name__ == "__main__":
    main()
