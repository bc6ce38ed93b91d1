"""What is too much at once is refused before it is read, also of who is not signed in."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse

from zorgverband.config.middleware import LARGEST


@pytest.mark.parametrize("length", [str(LARGEST + 1), "9" * 30, "-1"])
def test_a_request_without_end_is_not_read(db: None, length: str) -> None:
    browser = Client(raise_request_exception=False)
    kind = "multipart/form-data; boundary=x"
    answer = browser.post(
        reverse("account_login"), b"--x", content_type=kind, CONTENT_LENGTH=length
    )
    assert answer.status_code == 413
    assert "Dit is te veel in één keer." in answer.content.decode()


def test_a_hundred_photos_at_once_are_refused_and_a_few_are_not(db: None) -> None:
    browser = Client(raise_request_exception=False)
    for files, status in ((3, 200), (100, 400)):
        photos = [BytesIO(b"photo") for _file in range(files)]
        assert browser.post(reverse("account_login"), {"photo": photos}).status_code == status
