"""A permission in one sentence, as it is shown and kept."""

from django.utils.translation import gettext as _

from .subjects import Subject


def permission_words(subject: Subject, *, read: bool, write: bool, past: bool) -> str:
    """'Lezen en schrijven over: Gezondheid. Ook wat er al staat.'"""
    words = {
        (True, True): _("Lezen en schrijven over: %(subject)s."),
        (True, False): _("Lezen over: %(subject)s."),
        (False, True): _("Schrijven over: %(subject)s, zonder te lezen."),
        (False, False): _("Niets over: %(subject)s."),
    }[read, write] % {"subject": subject.label}
    return f"{words} {_('Ook wat er al staat.')}" if past else words
