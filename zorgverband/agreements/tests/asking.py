"""Asking things in tests: through the form, as people do, or by the action under the locks."""

from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agreements.actions import ask_agreement
from zorgverband.agreements.models import Agreement
from zorgverband.sharing.subjects import Subject

WHAT = "Donderdag boodschappen doen"


def page(name: str, cast: Cast, agreement: UUID | None = None) -> str:
    """The address of a page of agreements in the network of the cast."""
    parts: dict[str, Any] = {"network_id": cast.network}
    return reverse(name, kwargs=parts | ({"agreement_id": agreement} if agreement else {}))


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def typed(executor: Somebody, **changed: Any) -> dict[str, Any]:
    """The fields of an agreement about daily life, with these changed."""
    fields = {"what": WHAT, "executor": str(executor.member), "subject": Subject.DAY.value}
    return fields | {"circle": "everyone"} | changed


def asked(
    cast: Cast, by: Somebody, of: Somebody, subject: Subject = Subject.ARRANGEMENTS, **rest: Any
) -> UUID:
    """An agreement about Jannie by the action."""
    with inside(by.person, (cast.network,)) as viewer:
        made = ask_agreement(
            seat=viewer.seat(cast.network), person=by.person, about=cast.jannie.member,
            subject=subject, executor=of.member, what=WHAT, **rest,
        )  # fmt: skip
    return UUID(str(made.item_id))


def state(agreement: UUID) -> str:
    """How it stands in truth."""
    return Agreement.objects.using("owner").get(item_id=agreement).state
