"""The page server's entrance. What did not arrive whole is not read: a form that breaks off halfway
would otherwise be one with other choices in it."""

import os
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zorgverband.config.settings")
_pages = get_wsgi_application()


class Whole:
    """The body of a request. Raises ConnectionError, which Django takes for a broken connection, where
    it ends before the length that was announced."""

    def __init__(self, stream: Any, length: int) -> None:
        self._stream, self._left = stream, length

    def read(self, size: int = -1) -> bytes:
        """So many bytes, or all that are left."""
        wanted = self._left if size < 0 else min(size, self._left)
        return self._taken(self._stream.read(wanted)) if wanted else b""

    def readline(self, size: int = -1) -> bytes:
        """One line, at most so many bytes."""
        wanted = self._left if size < 0 else min(size, self._left)
        return self._taken(self._stream.readline(wanted)) if wanted else b""

    def _taken(self, found: bytes) -> bytes:
        if not found:
            raise ConnectionError("the body of a request broke off")
        self._left -= len(found)
        return found


def application(environ: dict[str, Any], start_response: Any) -> Any:
    """Every request of a page."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if length:
        environ["wsgi.input"] = Whole(environ["wsgi.input"], length)
    return _pages(environ, start_response)
