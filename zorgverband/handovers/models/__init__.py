"""What is kept of handing over, a file per thing."""

from .discharge import (
    Arranged,
    Arrival,
    ArrivalAsk,
    Arrived,
    Discharge,
    DischargeDate,
    Needed,
    NeededFor,
)
from .handover import (
    Ending,
    Handover,
    HandoverKind,
    HandoverLine,
    HandoverQuestion,
    HandoverSection,
    HandoverState,
    LineKind,
    LineState,
    Stated,
)

__all__ = [
    "Arranged",
    "Arrival",
    "ArrivalAsk",
    "Arrived",
    "Discharge",
    "DischargeDate",
    "Ending",
    "Handover",
    "HandoverKind",
    "HandoverLine",
    "HandoverQuestion",
    "HandoverSection",
    "HandoverState",
    "LineKind",
    "LineState",
    "Needed",
    "NeededFor",
    "Stated",
]
