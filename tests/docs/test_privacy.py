"""Of everything that is kept is said why, on what ground and how long; and each abuse has a test."""

from copy import deepcopy
from typing import Any

import pytest

from .privacy import ROOT, faults, page, tables, told


def test_every_table_and_field_has_a_purpose_a_ground_and_a_term() -> None:
    assert faults(told(), tables()) == []


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (lambda kept: kept["tables"].pop("sharing_item"), "sharing_item: not in kept.toml"),
        (lambda kept: kept["tables"]["sharing_item"].pop("ground"), "sharing_item: no ground"),
        (lambda kept: kept["tables"]["sharing_item"].pop("term"), "sharing_item: no term"),
        (
            lambda kept: kept["tables"]["sharing_item"]["fields"].pop("audience"),
            "sharing_item.audience: no purpose",
        ),
        (
            lambda kept: kept["tables"]["sharing_item"]["fields"].update(mood="stemming"),
            "sharing_item.mood: no such field",
        ),
    ],
)
def test_a_table_without_a_ground_or_a_field_without_a_purpose_is_found(
    fault: Any, sentence: str
) -> None:
    kept: Any = deepcopy(dict(told()))
    fault(kept)
    assert faults(kept, tables()) == [sentence]


def test_the_page_in_the_documentation_is_made_from_the_tables() -> None:
    made = (ROOT / "docs" / "privacy.md").read_text()
    assert made == page(told(), tables()), "python -m tests.docs.privacy > docs/privacy.md"
