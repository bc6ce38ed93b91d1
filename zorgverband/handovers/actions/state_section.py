"""Stating a section: filled, not applicable or unknown; never just empty."""

from dataclasses import dataclass
from uuid import UUID

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.sharing.actions.edit import edit_item
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.ui.sentences import kept_words

from ..handed import Handed, Stated, sections_of
from ..models import HandoverSection
from ..models import Stated as State
from ..sections import Section, section
from ..writable import subject_for
from .parties import leaver


class NotStated(Refusal):
    """Kies bij {label}: ingevuld, niet van toepassing of onbekend."""


class FilledWithNothing(Refusal):
    """Bij {label} staat nog niets. Vul het in, of kies: niet van toepassing of onbekend."""


@dataclass(frozen=True)
class Said:
    """What is said of one section."""

    code: str
    state: str
    words: str = ""


def state_sections(*, seat: Seat, person: UUID, handover: UUID, said: list[Said]) -> list[UUID]:
    """Keep what is said of these sections; answers the items that were made or changed. What did not
    change is left as it is.

    Raises NotHere, NotTheLeaver, HandoverOver, NotStated, FilledWithNothing, MayNotWrite, or
    ChangedMeanwhile.
    """
    found = leaver(seat, handover)
    known = [(_known(found, one), one) for one in said]
    for kind, one in known:
        _check(kind, one)
    before = sections_of(handover)
    kept = [_state(seat, person, found, kind, one, before.get(one.code)) for kind, one in known]
    return [item for item in kept if item is not None]


def _known(found: Handed, said: Said) -> Section:
    kind = section(found.kind, said.code)
    if kind is None:
        raise NotHere()
    return kind


def _check(kind: Section, said: Said) -> None:
    if said.state not in State.values:
        raise NotStated(field=f"state-{said.code}", label=kind.label)
    if said.state == State.FILLED and not said.words.strip():
        raise FilledWithNothing(field=f"words-{said.code}", label=kind.label)


def _state(
    seat: Seat, person: UUID, found: Handed, kind: Section, said: Said, before: Stated | None
) -> UUID | None:
    words = said.words.strip() if said.state == State.FILLED else ""
    if before is None or before.item__author_id != person:
        if before is not None and (before.state, before.item__body) == (said.state, words):
            return None
        return _anew(seat, person, found, kind, said.state, words)
    if before.item__body != words:
        with kept_words():
            edit_item(seat=seat, person=person, item=before.item_id, title=str(kind.label),
                      body=words, version=before.item__version)  # fmt: skip
    elif before.state == said.state:
        return None
    HandoverSection.objects.filter(item_id=before.item_id).update(state=said.state)
    return before.item_id


def _anew(seat: Seat, person: UUID, found: Handed, kind: Section, state: str, words: str) -> UUID:
    subject = subject_for(seat, found.about_id, kind.subjects)
    if subject is None:
        raise MayNotWrite()
    with kept_words():
        title = str(kind.label)
    item = share(
        seat=seat, person=person, about=found.about_id, subject=subject, kind="handover_section",
        title=title, body=words, in_news=False, tell=False,
    )  # fmt: skip
    made = HandoverSection(
        item_id=item.id, network_id=seat.network, handover_id=found.item_id, code=kind.code,
        state=state,
    )  # fmt: skip
    HandoverSection.objects.bulk_create([made])
    return item.id
