"""The secret in the address of a feed."""

from uuid import UUID

from zorgverband.base.secret_links import link_word


def token_of(feed: UUID) -> str:
    """The word in the address of this feed."""
    return link_word("agenda.feed", feed)
