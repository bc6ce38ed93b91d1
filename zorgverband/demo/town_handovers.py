"""Handing over in a story: announced, some sections stated, a question back; not yet taken over."""

from collections.abc import Mapping
from uuid import UUID

from zorgverband.handovers.actions import announce_handover, ask_back, state_sections
from zorgverband.handovers.actions.announce_handover import Wish
from zorgverband.handovers.actions.state_section import Said
from zorgverband.handovers.models import HandoverKind

from .town_acting import Acting


class Handovers:
    """What people of a network hand over to each other."""

    def hand_over(
        self: Acting,
        giver: str,
        taker: str,
        why: str,
        said: Mapping[str, str],
        *,
        days_ago: int,
        at: str,
        question: str = "",
    ) -> UUID:
        """`giver` announces it and fills in these sections; `taker` asks about the first of them."""
        with self.as_(giver, days_ago, at) as (seat, person):
            wish = Wish(about=self.about(""), kind=HandoverKind.CARE, to_member=self.members[taker],
                        words=why)  # fmt: skip
            whole = announce_handover(seat=seat, person=person, wish=wish).item_id
            sections = [Said(code, "filled", words) for code, words in said.items()]
            made = state_sections(seat=seat, person=person, handover=whole, said=sections)
        if question:
            with self.as_(taker, max(days_ago - 1, 0), at) as (seat, person):
                ask_back(seat=seat, person=person, handover=whole, item=made[0], words=question)
        return UUID(str(whole))
