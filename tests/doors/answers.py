"""Comparing answers to the byte."""

import re
from typing import Any


def same(first: Any, second: Any) -> bool:
    """Whether two answers are equal: status, headers, cookies and every byte."""
    return answered(first) == answered(second)


def answered(response: Any) -> tuple[Any, ...]:
    """An answer as values that can be compared: status, headers, cookies, bytes."""
    cookies = sorted(
        # `expires` is the moment of the answer plus Max-Age: like Date, it only says when.
        re.sub("expires=[^;]+; ", "", morsel.OutputString())
        for morsel in response.cookies.values()
    )
    return response.status_code, sorted(response.headers.items()), cookies, body_of(response)


def body_of(response: Any) -> bytes:
    """The bytes of an answer, also of one that is sent bit by bit."""
    return b"".join(response.streaming_content) if response.streaming else response.content
