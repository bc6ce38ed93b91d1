"""The link with which somebody outside answers one question."""

from uuid import UUID

from zorgverband.base.secret_links import link_word

VALID_DAYS = 14


def token_of(question: UUID) -> str:
    """The word in the link of this question."""
    return link_word("talks.outside", question)
