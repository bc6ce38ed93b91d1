"""Asking, answering, extending and taking back a request: one file per verb."""

from .ask_request import ask_request
from .extend_request import extend_request
from .grant_request import grant_request
from .refuse_request import refuse_request
from .withdraw_request import withdraw_request

__all__ = ["ask_request", "extend_request", "grant_request", "refuse_request", "withdraw_request"]
