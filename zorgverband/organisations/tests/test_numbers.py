"""Professional numbers: the right form is kept, any other is refused with what to do."""

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from zorgverband.base.refusals import Refusal
from zorgverband.membership.tests.doing import send

from ..models import ProfessionalNumber
from ..numbers import checked
from .working import home_care

Kind = ProfessionalNumber.Kind


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (Kind.AGB, "01 034567", "01034567"),
        (Kind.BIG, "09911009701", "09911009701"),
        (Kind.BIG, "1901.2345.630", "19012345630"),
        (Kind.UZI, "900012345", "900012345"),
        (Kind.UZI, "", ""),
    ],
)
def test_a_number_of_the_right_form_is_kept_as_digits(kind: Kind, typed: str, kept: str) -> None:
    assert checked(kind, typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Kind.AGB, "1034567"),
        (Kind.AGB, "00034567"),
        (Kind.AGB, "0103456a"),
        (Kind.AGB, "11111111"),
        (Kind.BIG, "9911009701"),
        (Kind.BIG, "09911009700"),
        (Kind.UZI, "9000123456"),
        (Kind.UZI, "٩٠٠٠١٢٣٤٥"),
    ],
)
def test_a_number_of_another_form_is_refused(kind: Kind, typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked(kind, typed)
    assert refused.value.field == kind


def test_who_keeps_the_list_keeps_the_numbers_of_a_colleague(cast: Cast, client_of: Any) -> None:
    work = home_care(cast)
    address = reverse("set_numbers", args=[work.organisation, cast.sanne.person])
    client = client_of(work.keeper)
    assert send(client, address, big="09911009701").status_code == 302
    assert "09911009701" in client.get(address.replace("nummers/", "")).content.decode()
    assert send(client, address, big="123").status_code == 422
    assert send(client_of(cast.anouk), address, big="09911009701").status_code == 404
    rows = ProfessionalNumber.objects.using("owner").filter(person=cast.sanne.person)
    assert list(rows.values_list("kind", "number")) == [("big", "09911009701")]
