"""Writing in the record: one file per verb, each with the refusals it raises."""

from .add_document import add_document
from .ask_result import ask_result
from .close_problem import close_problem
from .plan_examination import plan_examination
from .record_allergy import record_allergy
from .record_examination import record_examination
from .record_measurement import Taken, record_measurement
from .record_medication import record_medication
from .record_problem import record_problem
from .stop_medication import stop_medication
from .take_over import take_over

__all__ = [
    "Taken",
    "add_document",
    "ask_result",
    "close_problem",
    "plan_examination",
    "record_allergy",
    "record_examination",
    "record_measurement",
    "record_medication",
    "record_problem",
    "stop_medication",
    "take_over",
]
