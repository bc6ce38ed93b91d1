"""HEAD: answered as GET by every page that knows GET, with the same headers and without words."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase


class Head:
    """Asks the page as GET, so that no page has to know of HEAD, and sends its headers only. What
    reading the page writes (the access log) is written too: the answer tells that it is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "HEAD":
            return self.get_response(request)
        request.method = "GET"
        response = self.get_response(request)
        request.method = "HEAD"
        if response.streaming:
            response.streaming_content = ()  # type: ignore[attr-defined]
        else:
            length = len(response.content)  # type: ignore[attr-defined]
            response.headers.setdefault("Content-Length", str(length))
            response.content = b""  # type: ignore[attr-defined]
        return response
