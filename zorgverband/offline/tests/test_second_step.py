"""What waits on the device of a professional who signed in with a password only: it keeps waiting, and
the device learns where the second step is."""

from typing import Any

from django.urls import reverse

from tests.cast import Cast
from tests.visitor import signed_in


def test_what_a_device_sends_without_a_second_step_is_not_refused_for_good(
    cast: Cast, settings: Any
) -> None:
    settings.SECOND_FACTOR = True
    weak = signed_in(cast.fatima.person, by="password")
    at = reverse("write", args=[cast.network])
    for waited in ("no", "late"):
        sent = weak.post(at, {"key": "a", "body": "Ja"}, headers={"X-Waited": waited})
        assert sent.status_code == 401
        onward = reverse("second_factor") + "?next=" + "%2Fnog-te-versturen%2F"
        assert sent["X-Onward"] == onward
    # The control: a form that a browser sends itself is answered with words.
    assert weak.post(at, {"key": "a", "body": "Ja"}).status_code == 403
