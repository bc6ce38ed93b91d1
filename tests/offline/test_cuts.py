"""A few of the many cuts of `python -m tests.offline.compare`, and that it would see a fault."""

import pytest

from tests.cast import Cast
from zorgverband.sharing.subjects import Subject

from . import cutting
from . import device as phone
from .device import Device
from .line import Line

pytestmark = pytest.mark.browser


def test_whatever_is_cut_a_message_is_there_once(cast: Cast, device: Device, line: Line) -> None:
    figures = cutting.cut_again_and_again(
        cast, device, line, times=3, seed=11, say=lambda words: None
    )
    assert figures.faults == []
    assert figures.moments.total() == 3


def test_one_that_is_there_twice_is_seen(
    cast: Cast, device: Device, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The control.
    really = phone.write

    def twice(page: object, words: str) -> None:
        cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body=words)
        really(page, words)

    monkeypatch.setattr(phone, "write", twice)
    figures = cutting.cut_again_and_again(
        cast, device, line, times=1, seed=1, say=lambda words: None
    )
    assert len(figures.faults) == 1
