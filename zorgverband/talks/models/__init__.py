"""What is kept of talking: one file per thing."""

from .consultations import OutsideQuestion
from .conversations import Conversation, Message, ReadingMark
from .questions import OPEN, AnswerKind, Question, QuestionMove, State, Urgency
from .reports import Noticed, ReadAs, Report, ReportLink, Since

__all__ = [
    "OPEN",
    "AnswerKind",
    "Conversation",
    "Message",
    "Noticed",
    "OutsideQuestion",
    "Question",
    "QuestionMove",
    "ReadAs",
    "ReadingMark",
    "Report",
    "ReportLink",
    "Since",
    "State",
    "Urgency",
]
