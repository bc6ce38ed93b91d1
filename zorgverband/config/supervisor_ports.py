"""Ports: whether one is free, which one is next, and whether the pages answer."""

import errno
import http.client
import socket

from zorgverband.config.refusals_setup import PortNotAllowed, PortTaken


def refuse_taken_port(*, host: str, port: int) -> None:
    """Raise PortTaken or PortNotAllowed when nobody could listen there now."""
    try:
        _bind(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(host=host, port=port) from None
        raise PortNotAllowed(host=host, port=port, reason=error.strerror) from None
    except OverflowError:
        raise PortNotAllowed(host=host, port=port, reason="0-65535") from None


def next_free_port(*, host: str, after: int) -> int:
    """Return the first free port above `after`. Raises PortTaken when a hundred are in use."""
    for port in range(after + 1, min(after + 101, 65536)):
        try:
            _bind(host, port)
        except OSError:
            continue
        return port
    raise PortTaken(host=host, port=after + 1)


def answers(*, host: str, port: int) -> int | None:
    """Return the status with which the page server answers, or None when it does not (yet)."""
    connection = http.client.HTTPConnection(reachable(host), port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def reachable(host: str) -> str:
    """Return the address under which this machine reaches a server that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - only compared


def _bind(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(1)
