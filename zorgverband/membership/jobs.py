"""Background work of inviting: the mail. It holds no name, no sender and no content; the job knows
the number of the invitation only, and may run twice."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from zorgverband.base import jobs, joining

from .actions.invite import SEND
from .tokens import VALID_DAYS, token_of

RETRY = RetryStrategy(max_attempts=8, exponential_wait=3)


@app.task(name=SEND, retry=RETRY, priority=jobs.FIRST)  # type: ignore[untyped-decorator]
def send_invitation(invitation: str) -> None:
    """Mail the link of this invitation, unless it was sent, answered or withdrawn meanwhile."""
    # When sending fails, that it was sent is undone with it, and the job runs again.
    with transaction.atomic(durable=True):
        address = joining.invitation_to_send(UUID(invitation))
        if address:
            letter(to=address, invitation=UUID(invitation)).send()


def letter(*, to: str, invitation: UUID) -> EmailMessage:
    """The mail itself: the same words for everybody, and the link."""
    path = reverse("invitation", kwargs={"token": token_of(invitation)})
    with translation.override(settings.LANGUAGE_CODE):
        paragraphs = [
            _("Goedendag,"),
            _("Iemand vraagt u om mee te doen in Zorgverband. Daar werken mensen samen rond iemand "
              "die zorg of hulp krijgt."),
            _("Lees hier wat er van u wordt gevraagd:"),
            f"{settings.ADDRESS}{path}",
            _("U hebt ook een code van zes cijfers nodig. Die krijgt u van degene die u uitnodigt, "
              "per telefoon of op papier. Kreeg u geen code? Vraag er dan om."),
            _("De link werkt %(days)s dagen. Wilt u niet meedoen? Dan hoeft u niets te doen.")
            % {"days": VALID_DAYS},
            _("Verwacht u deze mail niet, en kent u niemand die u uitnodigt? Gooi de mail dan weg."),
        ]  # fmt: skip
        return EmailMessage(
            subject=_("Een uitnodiging voor Zorgverband"),
            body="\n\n".join(paragraphs) + "\n",
            to=[to],
        )
