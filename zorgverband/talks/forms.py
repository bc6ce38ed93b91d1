"""What somebody fills in to ask a question, checked into values the action takes."""

from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.queries import Face
from zorgverband.sharing.forms import Draft, UnknownChoice, read_draft

from .models import Urgency

URGENT = "urgent"
_CODE = "function:"


class CallInstead(Refusal):
    """Wacht niet op een antwoord. Bel {who}. Is er levensgevaar? Bel 112."""


class NoUrgency(Refusal):
    """Kies hoe snel u een antwoord nodig hebt."""


@dataclass(frozen=True)
class QuestionDraft:
    """A question that is being asked: its words and readers, and the rest as it was typed."""

    draft: Draft
    what: str
    to_typed: str
    urgency_typed: str
    source: UUID | None

    def to(self, people: dict[UUID, Face]) -> tuple[Face | None, str]:
        """Who is asked, and through which function."""
        return chosen(self.to_typed, people)

    def urgency(self, people: dict[UUID, Face]) -> Urgency:
        """How soon; raises NoUrgency, and CallInstead with the number for what cannot wait."""
        if self.urgency_typed == URGENT:
            face, _function = self.to(people)
            raise CallInstead(field="urgency", who=_number(face))
        try:
            return Urgency(self.urgency_typed)
        except ValueError:
            raise NoUrgency(field="urgency") from None


def _number(face: Face | None) -> str:
    if face is None or not face.phone:
        return face.name if face else _("de huisarts of de huisartsenpost")
    return f"{face.name}: {face.phone}"


def chosen(text: str, people: dict[UUID, Face]) -> tuple[Face | None, str]:
    """The member in a form, or who has a function now ("function:gp"), with that function."""
    if text.startswith(_CODE):
        code = text.removeprefix(_CODE)
        having = [one for one in having_functions(people) if one.function_code == code]
        return (having[0], code) if having else (None, "")
    try:
        return people.get(UUID(text)), ""
    except ValueError:
        return None, ""


def having_functions(people: dict[UUID, Face]) -> list[Face]:
    """Who alone has a function that everybody may know: of those one can ask the function."""
    known = [
        face for face in people.values()
        if face.active and face.function_code in FUNCTIONS
        and FUNCTIONS[face.function_code].known_by_nature
    ]  # fmt: skip
    codes = [face.function_code for face in known]
    return [face for face in known if codes.count(face.function_code) == 1]


def people_to_ask(
    people: dict[UUID, Face], *, mine: UUID
) -> list[tuple[str, str | list[tuple[str, str]]]]:
    """Whom one can ask, for a select field: whoever has a function, or one person or team."""
    functions = [
        (_CODE + face.function_code,
         _("De %(function)s (nu %(name)s)") % {"function": face.function, "name": face.name})
        for face in having_functions(people) if face.member != mine
    ]  # fmt: skip
    named = [
        (str(face.member), f"{face.name}, {face.described}" if face.described else face.name)
        for face in people.values()
        if face.active and face.member != mine
    ]
    groups: list[tuple[str, str | list[tuple[str, str]]]] = [("", _("Kies aan wie u dit vraagt"))]
    if functions:
        groups.append((_("Wie dit werk doet, ook na een wisseling"), functions))
    return [*groups, (_("Eén persoon of team"), named)]


def read_question(data: QueryDict, *, seat: Seat, people: dict[UUID, Face]) -> QuestionDraft:
    """The question in a form or address; raises UnknownChoice for values never offered."""
    asked = data.copy()
    asked["body"] = data.get("more", "")
    try:
        source = UUID(str(data["source"])) if data.get("source") else None
    except ValueError:
        raise UnknownChoice(field="source") from None
    return QuestionDraft(
        draft=read_draft(asked, seat=seat, people=people),
        what=data.get("what", ""),
        to_typed=data.get("to", ""),
        urgency_typed=data.get("urgency", ""),
        source=source,
    )
