"""A care plan of Jannie as FHIR, with a goal, a team and deeds, for tests."""

from typing import Any

from .samples import Json, bundle, concept
from .storing import JANNIE

SUBJECT = {"reference": "Patient/jannie"}
GOAL: Json = {
    "resourceType": "Goal",
    "id": "5f0c2a54-7f2e-4a26-9f5e-1f4f7a9f0009",
    "lifecycleStatus": "active",
    "description": {"text": "Walk to the shop again"},
    "subject": SUBJECT,
}
THERAPIST: Json = {
    "resourceType": "Practitioner",
    "id": "p1",
    "name": [{"given": ["Joost"], "family": "van Dam"}],
}


def activity(text: str, status: str = "scheduled", **detail: Any) -> Json:
    """One activity of a CarePlan."""
    return {"detail": {"code": {"text": text}, "status": status, **detail}}


def care_plan(*activities: Json, **more: Any) -> Json:
    """A CarePlan of Jannie for the goal with these activities."""
    made = {
        "resourceType": "CarePlan",
        "id": "3f0c2a54-7f2e-4a26-9f5e-1f4f7a9f0001",
        "status": "active",
        "intent": "plan",
        "title": "Walking plan",
        "subject": SUBJECT,
        "goal": [{"reference": f"Goal/{GOAL['id']}"}],
        **({"activity": list(activities)} if activities else {}),
    }
    return {**made, **more}


def request(text: str = "Blood test", **more: Any) -> Json:
    """A ServiceRequest of Jannie."""
    made = {
        "resourceType": "ServiceRequest",
        "id": "r1",
        "status": "active",
        "intent": "order",
        "code": {"text": text},
        "subject": SUBJECT,
    }
    return {**made, **more}


def team(*participants: Json, **more: Any) -> Json:
    """A CareTeam of Jannie."""
    made = {
        "resourceType": "CareTeam",
        "id": "t1",
        "status": "active",
        "name": "Home team",
        "subject": SUBJECT,
        "participant": list(participants),
    }
    return {**made, **more}


def mate(name: str, role: str = "", **more: Any) -> Json:
    """A participant who is only named."""
    told: Json = {"member": {"display": name}}
    return {**told, **({"role": [concept(role)]} if role else {}), **more}


def file(*resources: Json) -> Json:
    """A Bundle about Jannie, with the therapist and the goal."""
    return bundle(JANNIE, THERAPIST, GOAL, *resources)
