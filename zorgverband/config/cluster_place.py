"""Where the database of a data directory lives, and as which user it runs.

An ordinary user runs it inside the data directory. PostgreSQL refuses root, so root hands it to a
system user; what that user cannot reach (a checkout or data directory under a closed home) is put
elsewhere: nobody's directory is ever opened up.
"""

import json
import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from zorgverband.config.cluster_reach import (
    Account,
    choose_home,
    choose_programs,
    choose_socket_dir,
    make_passable,
    own_directory,
    reaches,
)
from zorgverband.config.cluster_secrets import write_private
from zorgverband.config.refusals import (
    DatabaseGone,
    DirectoryNotWritable,
    NoDatabaseUser,
    NoPlaceForDatabase,
    NotADirectory,
    SomeoneElsesDirectory,
)


@dataclass(frozen=True)
class Place:
    """Directories of one cluster: data, socket, programs; all absolute."""

    account: Account
    home: Path
    pgdata: Path
    socket_dir: Path
    programs: Path


def prepare_data_dir(*, data_dir: Path) -> Path:
    """Make `data_dir` when it is missing and return it as an absolute path.

    Raises NotADirectory, DirectoryNotWritable or SomeoneElsesDirectory.
    """
    path = Path(os.path.abspath(data_dir.expanduser()))
    try:
        # The user that runs the database passes through, but cannot list what is here.
        make_passable(path, mode=0o711 if os.geteuid() == 0 else 0o700)
    except (FileExistsError, NotADirectoryError):
        raise NotADirectory(path=path) from None
    except OSError:
        raise DirectoryNotWritable(path=path) from None
    kept = path / "secrets.json"
    if kept.exists() and kept.stat().st_uid != os.geteuid():
        raise SomeoneElsesDirectory(path=path, owner=_name(kept.stat().st_uid))
    if not os.access(path, os.W_OK | os.X_OK):
        raise DirectoryNotWritable(path=path)
    return path


def choose_place(*, data_dir: Path, identity: str) -> Place:
    """Return the place of this data directory, and remember it the first time.

    `identity` is the short random name of the cluster. Raises DatabaseGone when an earlier
    database is no longer where it was: a new empty one in its stead would look like lost data.
    """
    note = data_dir / "place.json"
    known = json.loads(note.read_text()) if note.exists() else {}
    if known:
        home = data_dir / known["home"]
        if known["made"] and not (home / "pgdata").exists():
            raise DatabaseGone(path=home)
        account = choose_account(pgdata=home / "pgdata")
        if not reaches(account, own_directory(home / "pgdata", account)):
            raise NoPlaceForDatabase(account=account.name, places=home)
    else:
        account = choose_account(pgdata=data_dir / "database" / "pgdata")
        home = choose_home(data_dir=data_dir, identity=identity, account=account)
        inside = home.is_relative_to(data_dir)
        kept = str(home.relative_to(data_dir) if inside else home)
        write_private(path=note, text=json.dumps({"home": kept, "made": False}))
    return Place(
        account=account,
        home=home,
        pgdata=home / "pgdata",
        socket_dir=choose_socket_dir(home=home, identity=identity, account=account),
        programs=choose_programs(home=home, account=account),
    )


def is_made(*, data_dir: Path) -> bool:
    """Say whether the database of `data_dir` was made to the end."""
    return bool(json.loads((data_dir / "place.json").read_text())["made"])


def remember_made(*, data_dir: Path) -> None:
    """Note that the database of `data_dir` exists from now on."""
    note = data_dir / "place.json"
    write_private(path=note, text=json.dumps(json.loads(note.read_text()) | {"made": True}))


def choose_account(*, pgdata: Path) -> Account:
    """Return the user for the server: ourselves, or as root the owner of an earlier database,
    else ZV_DATABASE_USER, else "zorgverband", else "nobody". Raises NoDatabaseUser."""
    if os.geteuid() != 0:
        return Account(name=_name(os.geteuid()), uid=os.geteuid(), gid=os.getegid(), drop=False)
    wanted = [os.environ.get("ZV_DATABASE_USER", ""), "zorgverband", "nobody"]
    if pgdata.exists() and pgdata.stat().st_uid != 0:
        wanted = [_name(pgdata.stat().st_uid)]
    for name in filter(None, wanted):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return Account(name=name, uid=entry.pw_uid, gid=entry.pw_gid, drop=True)
    raise NoDatabaseUser(account=wanted[0] or "nobody")


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
