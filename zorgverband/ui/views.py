"""The address of the stylesheet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.ui.stylesheet import stylesheet

A_YEAR = 365 * 24 * 3600


@require_safe
def stylesheet_file(request: HttpRequest, digest: str) -> HttpResponse:
    """Give the stylesheet, to be kept for ever; an outdated name gives 404."""
    sheet = stylesheet()
    if digest != sheet.digest:
        raise Http404
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(sheet.packed if packed else sheet.content, content_type="text/css")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response["Vary"] = "Accept-Encoding"
    if packed:
        response["Content-Encoding"] = "gzip"
    return response
