"""Background work of asking somebody outside: the mail. It holds no name, no sender and no content; the
job knows the number of the question only, and may run twice."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from zorgverband.base import jobs, talking

from .actions.ask_outside import SEND
from .outside_link import VALID_DAYS, token_of

RETRY = RetryStrategy(max_attempts=8, exponential_wait=3)


@app.task(name=SEND, retry=RETRY, priority=jobs.FIRST)  # type: ignore[untyped-decorator]
def send_outside(question: str) -> None:
    """Mail the link of this question, unless it was sent, answered or withdrawn meanwhile."""
    # When sending fails, that it was sent is undone with it, and the job runs again.
    with transaction.atomic(durable=True):
        address = talking.outside_to_send(UUID(question))
        if address:
            letter(to=address, question=UUID(question)).send()


def letter(*, to: str, question: UUID) -> EmailMessage:
    """The mail itself: the same words for everybody, and the link."""
    path = reverse("outside_answer", kwargs={"token": token_of(question)})
    with translation.override(settings.LANGUAGE_CODE):
        paragraphs = [
            _("Goedendag,"),
            _("Iemand vraagt uw mening als professional. De vraag gaat niet over één persoon en "
              "bevat geen namen."),
            _("Lees en beantwoord de vraag hier. U hebt geen account nodig:"),
            f"{settings.ADDRESS}{path}",
            _("De link werkt %(days)s dagen, voor één antwoord. Wilt u niet antwoorden? Dan hoeft u "
              "niets te doen.") % {"days": VALID_DAYS},
        ]  # fmt: skip
        return EmailMessage(
            subject=_("Een vraag aan u"), body="\n\n".join(paragraphs) + "\n", to=[to]
        )
