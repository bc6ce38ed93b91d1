"""What would change if somebody came in: they are really let in, the rule is asked, and it is all
undone again (`sharing/effect.py`). So what is shown cannot differ from what happens."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from zorgverband.base import joining
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import Seat, enter
from zorgverband.networks.models import Side
from zorgverband.people.models import Account, Person
from zorgverband.sharing.effect import preview
from zorgverband.sharing.subjects import Subject

from .actions.admit import Newcomer, admit, must_be_new
from .grants import Grant, Summary, summary, unpacked
from .models import Invitation


@dataclass(frozen=True)
class Effect:
    """What a newcomer will read and write, and which earlier items become readable, as far as the
    one who looks reads those items too."""

    words: Summary
    earlier: list[tuple[str, int]]
    digest: str

    @property
    def count(self) -> int:
        """How many earlier items become readable."""
        return sum(items for _subject, items in self.earlier)


def effect_of_invitation(*, seat: Seat, person: UUID, invitation: Invitation) -> Effect:
    """The effect of this invitation being accepted now. When it was read with `somebody`, the person
    with its address, that saves a statement. Raises AlreadyIn for who came in since it was drafted."""
    known = (
        invitation.somebody
        if hasattr(invitation, "somebody")
        else Account.objects.filter(email__iexact=invitation.email)
        .values_list("person_id", flat=True)
        .first()
    )

    def let_in() -> UUID:
        member = new_id()
        must_be_new(network=seat.network, person=known, team=None)
        someone = known or _somebody_new(seat, person)
        facts = Newcomer(
            side=invitation.side,
            function=invitation.function,
            person=someone,
            organisation=invitation.organisation_id,
        ).facts(network=seat.network, member=member, given_by=person)
        joining.join_network(facts | {"permissions": invitation.permissions})
        return member

    return _tried(seat, person, invitation.side, let_in)


def what_it_gives(*, seat: Seat, invitation: Invitation) -> Effect:
    """What this invitation gives, in words: for who prepares it and lets nobody in themselves, so
    that what there is to read is not tried."""
    grants = unpacked(invitation.permissions)
    words = summary(grants, side=invitation.side, hide_medical=seat.side == Side.SOCIAL)
    return Effect(words=words, earlier=[], digest="")


def effect_of_team(*, seat: Seat, person: UUID, newcomer: Newcomer) -> Effect:
    """The effect of this team coming in now; raises what `admit` raises."""
    return _tried(
        seat, person, newcomer.side, lambda: admit(seat=seat, person=person, newcomer=newcomer)
    )


def _somebody_new(seat: Seat, person: UUID) -> UUID:
    """A person without a name, who is there as long as the attempt is."""
    probe = new_id()
    enter(person=probe)
    Person.objects.bulk_create([Person(id=probe, given_name="", family_name="")])
    enter(person=person, networks=[seat.network])
    return probe


def _tried(seat: Seat, person: UUID, side: str, let_in: Callable[[], UUID]) -> Effect:
    openings: list[joining.Opening] = []

    def act() -> None:
        member = let_in()
        found = joining.seat_opens(network=seat.network, member=member)
        openings.extend(one for one in found if one.about != member)

    seen = preview(seat=seat, person=person, act=act)
    return _effect(openings, seat=seat, side=side, digest=seen.digest)


def _effect(openings: list[joining.Opening], *, seat: Seat, side: str, digest: str) -> Effect:
    """Per subject, over all clients and the household: the most that is given about any."""
    by_subject: dict[int, list[joining.Opening]] = defaultdict(list)
    for opening in openings:
        by_subject[opening.subject].append(opening)
    grants, earlier = [], []
    for number, those in sorted(by_subject.items()):
        subject = Subject(number)
        items = sum(opening.items for opening in those)
        grants.append(
            Grant(
                subject,
                read=any(opening.read for opening in those),
                write=any(opening.write for opening in those),
                past=any(opening.past for opening in those),
            )
        )
        if items:
            earlier.append((str(subject.label), items))
    words = summary(grants, side=side, hide_medical=seat.side == Side.SOCIAL)
    return Effect(words=words, earlier=earlier, digest=digest)
