"""Which page that shows items is held against the rule by which check.

The doors table asks every page (`tests/doors/test_reading.py`); one that shows an item and that no check
here knows is missed there.
"""

from .room_visits import EXACT, own_pages, swept

# Pages of `visits.py`: exactly what one may read.
VISITED = {
    "item", "news", "search", "readers", "agenda", "agreements", "today", "record", "medication",
    "problems", "allergies", "measurements", "examinations", "documents",
}  # fmt: skip
# Pages about something else than one item of the network: what holds them against the rule instead.
ELSEWHERE = {
    "goal": "tests/printed: parts of a plan, by who may read them",
    "other_plan": "tests/printed: parts of a plan, by who may read them",
    "plan_then": "tests/printed: parts of a plan, by who may read them",
    "answer_question": "tests/printed: parts of a plan, by who may read them",
    "take_up": "tests/interference: a suggestion out of a plan, to the byte",
    "measurement_series": "tests/interference: measurements, to the byte",
    "dismiss_bottleneck": "the lock of `bottleneck`, which is visited",
    "request": "tests/interference: requests, to the byte",
    "result_question": "tests/interference: questions for a result, to the byte",
    "state_sections": "the lock of `handover`, which is visited",
    "stop_sharing_with": "tests/effect: exceptions, by who decides",
    "withdraw_objection": "tests/effect: exceptions, by who decides",
    "object_to": "tests/effect: exceptions, by who decides",
    "share_with": "tests/effect: exceptions, by who decides",
    "propose_exception": "tests/effect: exceptions, by who decides",
    "move_visit": "the lock of `visit`, which is visited",
    "ask_turn": "the lock of `visit`, which is visited",
    "cancel_visit": "the lock of `visit`, which is visited",
}  # fmt: skip


def guarded(name: str) -> bool:
    """Whether some check holds what this page shows against the rule."""
    return name in EXACT or name in VISITED or name in {**swept(), **own_pages(), **ELSEWHERE}
