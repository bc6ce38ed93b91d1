"""Refusals: a refused act is a class whose docstring is the sentence the user reads."""

import inspect

from django.utils.translation import gettext


class Refusal(Exception):
    """Dit kan nu niet. Probeer het later nog een keer."""

    status = 422

    def __init__(self, *, field: str = "", **values: object) -> None:
        """`field` names the form field it belongs to; `values` fill the braces in the sentence."""
        super().__init__(type(self).__name__)
        self.field = field
        self.values = values

    @property
    def sentence(self) -> str:
        """What the user reads, in their language: what, why, what now."""
        words = gettext(inspect.cleandoc(type(self).__doc__ or "").replace("\n", " "))
        return words.format(**self.values) if self.values else words


class NotHere(Refusal):
    """Deze bladzijde is er niet, of is niet voor u. Ga terug naar het begin."""

    status = 404


class NotYours(Refusal):
    """U mag dit niet doen. Vraag het aan degene die beslist, of aan de coördinator."""

    status = 403


class SecondFactorFirst(Refusal):
    """Laat eerst met een tweede stap zien dat u het bent. Dat doet u bij Inloggen en veiligheid."""

    status = 403


class AlreadyDone(Refusal):
    """Iemand anders heeft dit net veranderd. Kijk eerst hoe het nu is."""

    status = 409
