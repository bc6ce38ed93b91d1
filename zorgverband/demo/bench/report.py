"""The table that is printed, and the ratios next to what was aimed at."""

from collections.abc import Iterable, Iterator, Sequence

from .measure import Line

HEAD = (
    "what",
    "who",
    "dossier",
    "page ms",
    "least",
    "server ms",
    "clock ms",
    "plain ms",
    "x",
    "SQL",
    "rows",
    "KB",
)
AIM_SIZE, AIM_STATEMENTS, AIM_CPU, AIM_LOCK = 1.2, 12, 8.0, 1.3
AIM_PLAN = 15.0
# Pages over many networks: milliseconds of CPU.
AIM_ACROSS = {"desk, 200 networks": 30.0, "for me": 20.0}


def table(lines: Iterable[Line]) -> Iterator[str]:
    """The lines in columns: CPU of the page process (median, least) and of the database server, the
    clock, plain SQL, how many times that the clock is, statements, and kilobytes on the way."""
    rows = [HEAD, *(_cells(line) for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    for row in rows:
        words = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
        words += [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        yield "  ".join(words)


def _cells(line: Line) -> tuple[str, ...]:
    times = f"{line.clock / line.plain:.1f}" if line.plain else ""
    return (
        line.what, line.who, f"{line.size:,}" if line.size else "", _ms(line.cpu),
        _ms(line.least), _ms(line.server), _ms(line.clock), _ms(line.plain), times,
        "" if line.statements is None else str(line.statements),
        "" if line.rows is None else str(line.rows),
        "" if line.weight is None else f"{line.weight / 1024:.1f}",
    )  # fmt: skip


def _ms(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def ratios(lines: Sequence[Line]) -> Iterator[str]:
    """What was aimed at, and what was measured."""
    for line in lines:
        small = _smallest(line, lines)
        if small and line.least and small.least and small.size < line.size:
            pages = line.least / small.least
            server = line.server / small.server if line.server and small.server else 0.0
            yield (
                f"{line.what}, {line.who}: {line.size:,} against {small.size:,} messages: "
                f"page {pages:.2f}, server {server:.2f} times (aim for the page: {AIM_SIZE})"
            )
    for line in lines:
        if line.what.startswith("lock") and line.plain:
            yield (
                f"{line.what}, {line.who}, {line.size:,} messages: {line.clock / line.plain:.2f} "
                f"times the same without it (aim: {AIM_LOCK})"
            )
    asked = [line for line in lines if line.statements is not None and line.what != "write"]
    if asked:
        most = max(asked, key=lambda line: line.statements or 0)
        yield f"most statements on a page: {most.statements}, {most.what} (aim: {AIM_STATEMENTS})"
    for line in lines:
        if line.what == "news" and line.cpu and line.least:
            yield (
                f"news, {line.who}, {line.size:,} messages: {line.cpu:.1f} ms of CPU, "
                f"{line.least:.1f} at least (aim: {AIM_CPU:.0f})"
            )
        if line.what in AIM_ACROSS and line.cpu and line.least:
            yield (
                f"{line.what}, {line.who}: {line.cpu:.1f} ms of CPU, {line.least:.1f} at least "
                f"(aim: {AIM_ACROSS[line.what]:.0f})"
            )
        if line.what.startswith("plan") and line.cpu and line.least and line.plain:
            yield (
                f"{line.what}, {line.who}: {line.cpu:.1f} ms of CPU, {line.least:.1f} at least "
                f"(aim: {AIM_PLAN:.0f}); by the clock {line.clock / line.plain:.1f} times the same "
                "goals and agreements in plain SQL"
            )


def _smallest(line: Line, lines: Sequence[Line]) -> Line | None:
    alike = [one for one in lines if (one.what, one.who) == (line.what, line.who) and one.size]
    if not alike or line.size < max(one.size for one in alike):
        return None
    # What shows less costs less: compared is with the smallest dossier that fills the page alike.
    full = [one for one in alike if (one.rows or 0) >= 0.8 * (line.rows or 0)]
    return min(full, key=lambda one: one.size)
