"""What the operator can ask of the log: whether it is whole, who saw what, and who supervises."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.urls import reverse

from tests.tampered_world import build
from zorgverband.base.clock import HOME
from zorgverband.privacy.models import Consultation
from zorgverband.sharing.subjects import Subject

from .test_who_looked import MORNING, looked


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a management command as the owner of the database, as `./zv` does."""
    return subprocess.run(
        [sys.executable, "-m", "django", *words],
        env=os.environ | {"ZV_AS": "owner", "DJANGO_SETTINGS_MODULE": "zorgverband.config.settings"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_a_whole_log_is_said_to_be_whole_and_a_broken_one_names_the_row(
    owner: psycopg.Connection[Any], tmp_path: Path
) -> None:
    build(owner, folder=tmp_path)
    words = ("verify_log", "--heads", str(tmp_path / "log-heads.jsonl"),
             "--key", str(tmp_path / "log-seal.pub"))  # fmt: skip
    whole = run(*words)
    assert whole.returncode == 0, whole.stderr
    assert "Alles klopt." in whole.stdout
    look: Any = owner.execute("SELECT look_id FROM journal_link WHERE place = 9").fetchone()
    owner.execute("UPDATE journal_look SET person_name = 'Niemand' WHERE id = %s", look)
    broken = run(*words)
    assert broken.returncode == 1
    assert str(look[0]) in broken.stdout
    assert "plaats (place) 9" in broken.stdout
    assert "veranderd (changed)" in broken.stdout
    assert "Niemand" not in broken.stdout
    owner.execute("DELETE FROM journal_seal")


@pytest.mark.slow
def test_a_breach_lists_who_saw_what_without_texts(cast: Any) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima, body="Geheim.")
    looked(cast, cast.anouk, subject=Subject.HEALTH, items=[item])
    looked(cast, cast.marijke)
    looked(cast, cast.anouk, at=MORNING - timedelta(days=9))
    day = MORNING.astimezone(HOME).date().isoformat()
    words = ("breach", "--from", day, "--to", day)
    found = json.loads(run(*words, "--person", str(cast.anouk.person), "--json").stdout)
    assert [(row["person_name"], row["subject"], row["items"]) for row in found] == [
        ("Anouk Visser", "health", [str(item)])
    ]
    table = run(*words, "--network", str(cast.network)).stdout
    assert "Anouk Visser" in table
    assert "Marijke de Wit" in table
    assert "Geheim" not in table
    assert "(2 rows, 2 people, 2 items.)" in table
    about = json.loads(run(*words, "--person", str(cast.jannie.person), "--json").stdout)
    assert len(about) == 2
    asked = Consultation.objects.using("owner").filter(
        door="breach", words__contains=str(cast.network)
    )
    assert asked.count() == 1
    assert run("breach", "--from", "gisteren", "--to", day).returncode == 1
    assert run(*words).returncode == 1


@pytest.mark.slow
def test_the_operator_appoints_an_officer_and_ends_it(cast: Any, client_of: Any) -> None:
    queue, client = reverse("review_queue"), client_of(cast.hanneke)
    assert run("officer", "--email", "niemand@voorbeeld.test", "--installation").returncode == 1
    assert client.get(queue).status_code == 404
    done = run("officer", "--email", cast.hanneke.email, "--installation")
    assert f"{cast.hanneke.person}  installatie" in done.stdout, done.stderr
    assert client.get(queue).status_code == 200
    assert run("officer", "--email", cast.hanneke.email, "--end").returncode == 0
    assert client.get(queue).status_code == 404
