"""When the detector looks because of something medical, nothing moves that the social side meets: not
what is found, nor whose turn it is, nor since when; that would tell that something just happened."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from zorgverband.base import clock, finding
from zorgverband.bottlenecks import looking
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.sharing.subjects import Subject

from .medical import Care
from .scene import Scene, before
from .sight import tables

LATER = timedelta(days=30)


@pytest.fixture
def care(owner: Any, settings: Any, tmp_path: Path) -> Care:
    """Three weeks in which everything was left undone, looked at; and nine days more."""
    settings.EMAIL_BACKEND = "zorgverband.notifications.sink.Sink"
    settings.MAIL_SINK = tmp_path
    scene = before(owner)
    with clock.at(clock.now() + LATER - timedelta(days=9)):
        looking.look(networks=[scene.network])
    return Care(scene, owner)


def met(scene: Scene) -> list[str]:
    """Every bottleneck the social side meets, whole."""
    return tables(scene.cast.linda)["bottlenecks_bottleneck"]


def asked(care: Care, subject: Subject) -> None:
    """Fatima asks Anouk something, and the worker does its work, nine days after it last looked."""
    words = care.words(subject, circle="family_care", what="Iets doen")
    words |= {"executor": str(care.cast.anouk.member), "due_on": "2199-01-01"}
    care.send(care.cast.fatima, "ask_agreement", words)
    with clock.at(clock.now() + LATER):
        care.run_jobs()


def moved(scene: Scene) -> int:
    """How many bottlenecks of the network got their owner anew since those three weeks."""
    rows = Bottleneck.objects.using("owner").filter(network_id=scene.network)
    return rows.filter(step_at__gt=clock.now() + LATER).count()


@pytest.mark.slow
def test_a_medical_agreement_moves_no_bottleneck_the_social_side_meets(care: Care) -> None:
    first = met(care.world)
    assert len(first) > 2
    asked(care, Subject.TREATMENT)
    assert met(care.world) == first
    # Behind the wall it was looked at.
    assert moved(care.world) > 0


@pytest.mark.slow
@pytest.mark.parametrize("why", ["an agreement that is not medical", "a detector without wall"])
def test_the_comparison_sees_a_detector_that_looked(
    care: Care, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The control.
    subject, happened = Subject.TREATMENT, finding.happened
    if why == "a detector without wall":
        monkeypatch.setattr(finding, "happened", lambda event: blind(happened(event)))
    else:
        subject = Subject.ARRANGEMENTS
    owners = [row.split(",") for row in met(care.world)]
    asked(care, subject)
    after = [row.split(",") for row in met(care.world)]
    assert [row for row in owners if row not in after]


def blind(what: finding.Happened | None) -> finding.Happened | None:
    """As if nothing were medical."""
    return what and what._replace(behind=False)
