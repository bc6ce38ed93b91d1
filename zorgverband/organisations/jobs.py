"""Background work: the mail of an invitation to work somewhere. It names nobody; it may run twice."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from zorgverband.base import jobs, working
from zorgverband.membership.tokens import VALID_DAYS, token_of

from .actions.invite_colleague import SEND_WORK

RETRY = RetryStrategy(max_attempts=8, exponential_wait=3)


@app.task(name=SEND_WORK, retry=RETRY, priority=jobs.FIRST)  # type: ignore[untyped-decorator]
def send_work_invitation(invitation: str) -> None:
    """Mail the link of this invitation, unless it was sent, answered or withdrawn meanwhile."""
    with transaction.atomic(durable=True):
        address = working.work_invitation_to_send(UUID(invitation))
        if address:
            letter(to=address, invitation=UUID(invitation)).send()


def letter(*, to: str, invitation: UUID) -> EmailMessage:
    """The mail itself: the same words for everybody, and the link."""
    path = reverse("work_invitation", kwargs={"token": token_of(invitation)})
    with translation.override(settings.LANGUAGE_CODE):
        paragraphs = [
            _("Goedendag,"),
            _("Een organisatie vraagt u om als medewerker mee te doen in Zorgverband."),
            _("Lees hier wat er van u wordt gevraagd:"),
            f"{settings.ADDRESS}{path}",
            _("U hebt ook een code van zes cijfers nodig. Die krijgt u van degene die u uitnodigt, "
              "per telefoon of op papier. Kreeg u geen code? Vraag er dan om."),
            _("De link werkt %(days)s dagen. Wilt u niet meedoen? Dan hoeft u niets te doen.")
            % {"days": VALID_DAYS},
        ]  # fmt: skip
        return EmailMessage(
            subject=_("Een uitnodiging voor Zorgverband"),
            body="\n\n".join(paragraphs) + "\n",
            to=[to],
        )
