"""What Zorgverband is, in four sentences: for a client, for who helps one, and for who works here."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .models import Side

CLIENT, HELPER, WORK = "client", "helper", "work"


@dataclass(frozen=True)
class Explained:
    """For whom the sentences are, and the sentences."""

    whom: str
    sentences: list[str]


def whom(sides: Iterable[str]) -> str:
    """For whom to explain, from the sides on which somebody takes part; a client is a client first.
    Who takes part nowhere yet reads what a client reads."""
    found = set(sides)
    if Side.CLIENT in found or not found:
        return CLIENT
    return HELPER if Side.FAMILY in found else WORK


def explained(reader: str, client: str = "") -> Explained:
    """The sentences for CLIENT, HELPER or WORK, in the active language. `client`: how the one client
    is called whom a helper helps, if it is one."""
    if reader == WORK:
        return Explained(WORK, _for_work())
    return Explained(reader, _for_client() if reader == CLIENT else _for_helper(client))


def _for_client() -> list[str]:
    return [
        _("In Zorgverband schrijven de mensen om u heen aan elkaar en aan u."),
        _("U leest alles mee wat over u gaat."),
        _("U beslist wie wat ziet."),
        _("Wilt of kunt u dat niet zelf? Dan kiest u iemand die het voor u doet."),
    ]


def _for_helper(client: str) -> list[str]:
    name = {"name": client or _("de cliënt")}
    return [
        _("In Zorgverband schrijven de mensen om %(name)s heen aan elkaar.") % name,
        _("U leest wat met u is gedeeld, en u schrijft zelf mee."),
        _("U kiest bij elk bericht wie het leest."),
        _("%(name)s beslist wie wat ziet, en ziet ook wie er keek.") % _capital(name),
    ]


def _capital(words: dict[str, str]) -> dict[str, str]:
    return {name: word[:1].upper() + word[1:] for name, word in words.items()}


def _for_work() -> list[str]:
    return [
        _(
            "U schrijft hier met familie en andere hulpverleners over één cliënt, en de cliënt leest mee."
        ),
        _(
            "De cliënt beslist wie wat ziet, en ziet wie er keek: kijk alleen als uw werk het vraagt."
        ),
    ]
