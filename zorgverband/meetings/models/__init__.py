"""What is kept of meetings: who and when, what is said about what, and policy; one file per thing."""

from .meeting import Kind, Meeting, State
from .minutes import Approval, Cooperation
from .participants import Answer, Participant, PollAnswer, PollOption, Presence, Vote
from .points import Note, NoteKind, Origin, Paper, Point, Step
from .policy import PolicyMeeting, PolicyNote, PolicyPoint

__all__ = [
    "Answer",
    "Approval",
    "Cooperation",
    "Kind",
    "Meeting",
    "Note",
    "NoteKind",
    "Origin",
    "Paper",
    "Participant",
    "Point",
    "PolicyMeeting",
    "PolicyNote",
    "PolicyPoint",
    "PollAnswer",
    "PollOption",
    "Presence",
    "State",
    "Step",
    "Vote",
]
