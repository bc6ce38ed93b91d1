"""The first call of `zv`: which Python, which packages, and two calls at once."""

import ast
import json
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.start.launching import ROOT
from zorgverband.config import setup
from zorgverband.config.refusals_setup import CheckoutNotWritable, PackagesNotInstalled

ZV = ROOT / "zv"


class Workshop:
    """Stands in for what makes the environment, so that no test needs the network."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
        self.root = root
        self.made = 0
        self.installed: list[list[str]] = []
        self.broken = False
        (root / "requirements").mkdir()
        for name in ("run", "test"):
            (root / "requirements" / f"{name}.txt").write_text(name)
        monkeypatch.setattr(setup, "make_venv", self.make_venv)
        monkeypatch.setattr(setup, "install_packages", self.install)
        monkeypatch.setattr(setup, "_works", lambda root: (root / ".venv" / "whole").exists())

    def make_venv(self, *, root: Path, **_: object) -> None:
        self.made += 1
        (root / ".venv").mkdir()

    def install(self, *, root: Path, names: list[str], **_: object) -> None:
        if self.broken:
            raise PackagesNotInstalled(reason="on purpose", log="-")
        time.sleep(0.1)
        self.installed.append(names)
        (root / ".venv" / "whole").touch()


@pytest.fixture
def workshop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Workshop:
    return Workshop(monkeypatch, tmp_path)


def test_zv_is_readable_for_an_old_python() -> None:
    ast.parse(ZV.read_text(), feature_version=(3, 4))
    with pytest.raises(SyntaxError):
        ast.parse("match 1:\n  case 1: pass", feature_version=(3, 4))  # the control


def test_a_python_that_is_too_old_gets_one_sentence() -> None:
    program = f"import sys; sys.version_info = (3, 10, 2); __file__ = {str(ZV)!r}; "
    program += "exec(compile(open(__file__).read(), __file__, 'exec'))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "3.11" in done.stderr
    assert "3.10" in done.stderr


def test_help_and_unknown_commands_set_nothing_up(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert setup.main(root=str(workshop.root), words=["--help"]) == 0
    assert setup.main(root=str(workshop.root), words=["vlieg"]) == 2
    assert setup.main(root=str(workshop.root), words=[]) == 2
    assert "vlieg" in capsys.readouterr().err
    assert workshop.made == 0


def test_what_is_there_is_not_installed_again(workshop: Workshop) -> None:
    for _ in range(2):
        setup.ensure_environment(root=workshop.root, tests=False)
    assert (workshop.made, workshop.installed) == (1, [["run"]])


def test_the_tools_for_tests_come_when_they_are_asked_for(workshop: Workshop) -> None:
    setup.ensure_environment(root=workshop.root, tests=False)
    setup.ensure_environment(root=workshop.root, tests=True)
    setup.ensure_environment(root=workshop.root, tests=False)
    assert (workshop.made, workshop.installed) == (1, [["run"], ["run", "test"]])


def test_other_requirements_are_installed_anew(workshop: Workshop) -> None:
    setup.ensure_environment(root=workshop.root, tests=False)
    (workshop.root / "requirements" / "run.txt").write_text("other")
    setup.ensure_environment(root=workshop.root, tests=False)
    assert (workshop.made, workshop.installed) == (2, [["run"], ["run"]])


def test_a_half_made_environment_is_made_anew(workshop: Workshop) -> None:
    workshop.broken = True
    with pytest.raises(PackagesNotInstalled):
        setup.ensure_environment(root=workshop.root, tests=False)
    workshop.broken = False
    (workshop.root / ".venv" / "half").touch()
    setup.ensure_environment(root=workshop.root, tests=False)
    assert workshop.made == 2
    assert not (workshop.root / ".venv" / "half").exists()


def test_an_environment_whose_python_is_gone_is_made_anew(workshop: Workshop) -> None:
    setup.ensure_environment(root=workshop.root, tests=False)
    (workshop.root / ".venv" / "whole").unlink()
    setup.ensure_environment(root=workshop.root, tests=False)
    assert workshop.made == 2


def test_two_calls_at_once_install_once(workshop: Workshop) -> None:
    calls = [
        threading.Thread(
            target=setup.ensure_environment, kwargs={"root": workshop.root, "tests": False}
        )
        for _ in range(2)
    ]
    for call in calls:
        call.start()
    for call in calls:
        call.join()
    assert (workshop.made, workshop.installed) == (1, [["run"]])


def test_a_checkout_that_cannot_be_written_is_refused(workshop: Workshop) -> None:
    (workshop.root / ".venv.lock").mkdir()  # root could write in a closed directory
    with pytest.raises(CheckoutNotWritable):
        setup.ensure_environment(root=workshop.root, tests=False)


def test_what_would_lead_to_other_packages_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    environment = setup.clean_environment()
    assert "PYTHONPATH" not in environment
    assert "PIP_USER" not in environment
    assert environment.get("PATH") == os.environ.get("PATH")


@pytest.mark.parametrize("name", ["run", "test"])
def test_every_requirement_has_a_version_and_hashes_and_no_place(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    blocks = re.findall(r"^(\S+)==\S+.*?(?=^\S|\Z)", text, re.M | re.S)
    lines = [line for line in text.splitlines() if line and line[0] not in " #"]
    assert len(blocks) == len(lines) > 5
    assert text.count("--hash=sha256:") > len(lines)
    assert "://" not in text
    assert not re.search(r"^-", text, re.M)


def test_the_stamp_is_written_last(workshop: Workshop) -> None:
    setup.ensure_environment(root=workshop.root, tests=True)
    stamp = json.loads((workshop.root / ".venv" / "zv.json").read_text())
    assert stamp["root"] == str(workshop.root)
    assert stamp["run"] != stamp["test"] != ""
