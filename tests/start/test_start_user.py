"""`zv start` as an ordinary user, with a home that cannot be written and nothing prepared."""

import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import psutil
import pytest

from tests.start.launching import ROOT, free_port, plain_environment, start_command
from zorgverband.config.cluster_reach import Account, runs

pytestmark = pytest.mark.slow

PACKAGES = Path(django.__file__).parents[1]


@pytest.fixture
def account(tester: pwd.struct_passwd) -> Account:
    return Account(name=tester.pw_name, uid=tester.pw_uid, gid=tester.pw_gid, drop=True)


@pytest.fixture
def python(account: Account) -> str:
    """A Python that this user can run with our packages; the test's own may be in a closed home."""
    version = tuple(sys.version_info[:2])
    program = f"import sys, django, zorgverband; assert sys.version_info[:2] == {version}"
    path = f"{ROOT}:{PACKAGES}"
    for candidate in (sys.executable, "/usr/bin/python3"):
        if runs(account, "/usr/bin/env", f"PYTHONPATH={path}", candidate, "-c", program):
            return candidate
    pytest.skip(f"user {account.name} can reach neither this checkout nor a Python of its version")


@pytest.fixture
def home(account: Account) -> Iterator[Path]:
    """A directory that this user can reach and write, unlike pytest's own."""
    path = Path(tempfile.mkdtemp(prefix="zv test "))
    shutil.chown(path, account.uid, account.gid)
    yield path
    shutil.rmtree(path)


def popen(account: Account, python: str, *, data_dir: Path, port: int) -> subprocess.Popen[str]:
    words = [python, *start_command(data_dir=data_dir, port=port)[1:]]
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        words,
        env=plain_environment(HOME="/nonexistent", PYTHONPATH=f"{ROOT}:{PACKAGES}"),
        cwd="/",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **account.options(),
    )


def test_an_ordinary_user_starts_everything_as_itself(
    account: Account, python: str, home: Path
) -> None:
    with popen(account, python, data_dir=home / "var", port=free_port()) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line)
            if "http://" in line:
                break
        assert lines, "it said nothing"
        assert "http://" in lines[-1], "".join(lines)
        family = [process.pid, *(p.pid for p in psutil.Process(process.pid).children(True))]
        assert {psutil.Process(pid).uids().effective for pid in family} == {account.uid}
        assert (home / "var" / "database" / "pgdata").is_dir(), "in the data directory itself"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0


def test_a_directory_that_is_not_writable_is_refused_in_one_sentence(
    account: Account, python: str, home: Path
) -> None:
    closed = home / "closed"
    closed.mkdir(mode=0o555)
    with popen(account, python, data_dir=closed / "var", port=free_port()) as process:
        output, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert len(output.strip().splitlines()) == 1
    assert str(closed) in output


def test_data_of_another_user_are_refused_in_one_sentence(
    account: Account, python: str, home: Path
) -> None:
    theirs = home / "var"
    theirs.mkdir(mode=0o755)
    (theirs / "secrets.json").write_text("{}")
    with popen(account, python, data_dir=theirs, port=free_port()) as process:
        output, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "root" in output
    assert len(output.strip().splitlines()) == 1
