"""Prints this week and the next for everybody in the demo neighbourhood, and keeps the fullest one.

    python -m tests.printed.demo_weeks --data FOLDER [--keep]

wants a demo that runs on this folder. Every paper, for on the wall and with everything, is checked as a
random week is; with --keep the words of the fullest are written beside this file, for the suite.
"""

import argparse
import os
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson

from .weeks import faults_on, made

FULLEST = Path(__file__).parent / "fullest_demo_week.json"


def rows_of(words: dict[str, Any]) -> int:
    """How many visits and agreements stand on it when all rows do."""
    whole = words["ways"][0]
    return sum(len(day["visits"]) for day in whole["days"]) + len(whole["agreed"])


def all_weeks(owner: Any) -> list[dict[str, Any]]:
    """The words of every week of everybody who takes part themselves."""
    from django.db import transaction

    from zorgverband.agenda.weeks import monday_of
    from zorgverband.base import clock
    from zorgverband.base.refusals import NotHere
    from zorgverband.base.viewer import enter
    from zorgverband.papers.week import printed_week

    seats = owner.execute(
        "SELECT DISTINCT person_id, network_id FROM networks_member "
        "WHERE person_id IS NOT NULL AND left_at IS NULL ORDER BY 1, 2"
    ).fetchall()
    found, this = [], monday_of(clock.today())
    for person, network in seats:
        for monday in (this, this + timedelta(days=7)):
            for everything in (False, True):
                with transaction.atomic():
                    try:
                        seat = enter(person=person, networks=[network]).seat(network)
                    except NotHere:
                        continue
                    printed = printed_week(seat, person, monday, everything=everything)
                found.append(printed.words)
    return found


def main(words: list[str] | None = None) -> int:
    """Print and check; 1 when anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.printed.demo_weeks")
    parser.add_argument("--data", type=Path, required=True, help="folder of a demo that runs")
    parser.add_argument("--keep", action="store_true", help="keep the words of the fullest week")
    chosen = parser.parse_args(words)
    import django
    import psycopg

    from zorgverband.config.cluster import Cluster
    from zorgverband.config.cluster_roles import DATABASE

    cluster = Cluster(chosen.data)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "zorgverband.config.settings",
        "ZV_APP_DSN": cluster.dsn("zv_app", DATABASE),
        "ZV_DATA": str(chosen.data),
    }
    django.setup()
    from zorgverband.papers.week import SHAPE

    with psycopg.connect(cluster.dsn("zv_owner", DATABASE)) as owner:
        weeks = all_weeks(owner)
    different = list({orjson.dumps(week): week for week in weeks}.values())
    faults = [fault for week in different for fault in faults_on(*made(week, SHAPE), week)]
    fullest = max(different, key=rows_of)
    if chosen.keep:
        FULLEST.write_bytes(orjson.dumps(fullest, option=orjson.OPT_INDENT_2) + b"\n")
    counted = Counter(rows_of(week) for week in different)
    print(f"{len(weeks)} weeks, {len(different)} different, {rows_of(fullest)} rows on the fullest "
          f"({counted[0]} empty), {len(faults)} faults")  # fmt: skip
    print("\n".join(faults[:20]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
