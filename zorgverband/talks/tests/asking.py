"""Asking questions in tests: through the form, as people do, or by the action under the locks."""

from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.actions import ask_question
from zorgverband.talks.models import Question, Urgency

WHAT = "Wond nu 2 bij 3 cm, geen koorts. Mag ik naar om de dag gaan?"


def page(name: str, cast: Cast, item: UUID | None = None) -> str:
    """The address of a page of questions in the network of the cast."""
    parts: dict[str, Any] = {"network_id": cast.network}
    return reverse(name, kwargs=parts | ({"item_id": item} if item else {}))


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def typed(to: Somebody | str, **changed: Any) -> dict[str, Any]:
    """The fields of a question about health, with these changed."""
    fields = {"what": WHAT, "to": to if isinstance(to, str) else str(to.member)}
    fields |= {"subject": str(Subject.HEALTH.value), "circle": "family_care", "urgency": "today"}
    return fields | changed


def asked(
    cast: Cast, by: Somebody, of: Somebody, subject: Subject = Subject.HEALTH, **rest: Any
) -> UUID:
    """A question about Jannie by the action."""
    wanted: dict[str, Any] = {"what": WHAT, "urgency": Urgency.TODAY} | rest
    with inside(by.person, (cast.network,)) as viewer:
        made = ask_question(
            seat=viewer.seat(cast.network), person=by.person, about=cast.jannie.member,
            subject=subject, to=of.member, **wanted,
        )  # fmt: skip
    return UUID(str(made.item_id))


def truth(question: UUID) -> Question:
    """How it stands in truth."""
    return Question.objects.using("owner").get(item_id=question)
