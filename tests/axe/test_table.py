"""The table of pages holds every address there is."""

from tests.doors.table import patterns

from .pages import NO_PAGE, PAGES


def missing(names: set[str]) -> set[str]:
    """Which of these addresses nobody looks at, without a reason."""
    return names - set(PAGES) - set(NO_PAGE)


def test_every_address_is_looked_at_or_is_no_page() -> None:
    assert missing(set(patterns())) == set()
    assert (set(PAGES) | set(NO_PAGE)) - set(patterns()) == set()
    assert not set(PAGES) & set(NO_PAGE)


def test_an_address_that_is_missing_is_noticed() -> None:
    # The control.
    assert missing({"today", "a_new_page"}) == {"a_new_page"}
