"""`zv backup` and `zv restore`: a copy elsewhere, and back to a moment in a new directory."""

import argparse
from pathlib import Path

from zorgverband.config.backup import back_up, begin_archive, parse_moment, restore, take_written
from zorgverband.config.cluster import Cluster
from zorgverband.config.cluster_choice import Server
from zorgverband.config.refusals_setup import OwnServerOnly


def backup(*, server: Server, to: Path, written: bool) -> int:
    """Make a copy in `to`, or bring there only what was written since; the exit code."""
    if not isinstance(server, Cluster):
        raise OwnServerOnly(command="backup")
    if written:
        count = take_written(server, to=to)
        print(f"{count} stukken bijgewerkt. ({count} pieces brought over.)")
        return 0
    kept = begin_archive(server)
    print(f"Back-up gemaakt: {back_up(server, to=to)} (Backup made.)")
    if not kept:
        print(
            "Stop en start zv nog een keer; vanaf dan is er terug te gaan naar elk moment."
            " (Stop and start zv once; from then on you can go back to any moment.)"
        )
    return 0


def restore_command(words: list[str]) -> int:
    """`zv restore --from DIR --to MOMENT --data NEW`; the exit code."""
    parser = argparse.ArgumentParser(prog="zv restore", allow_abbrev=False)
    parser.add_argument("--from", dest="source", type=Path, required=True, metavar="DIR")
    parser.add_argument("--to", required=True, metavar="MOMENT")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    known = parser.parse_args(words)
    moment = parse_moment(known.to)
    restore(source=known.source.resolve(), data_dir=known.data, to=moment)
    print(
        f"Teruggezet naar {moment.isoformat()} in {known.data}. Start met: ./zv start --data"
        f" {known.data} (Restored; start with the command above.)"
    )
    return 0
