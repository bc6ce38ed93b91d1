"""An invitation that begins on another page: whom it is for, kept in the session for one look."""

from zorgverband.sharing.doors import Here

from .actions.invite import Wish
from .checks import must_invite
from .forms import side_of_function

_KEPT = "invitation_begun"
_LONGEST = 80
# What stands before a name in the files of care systems.
_TITLES = frozenset({"dr", "drs", "prof", "mw", "dhr", "mevr", "ir", "ing", "mr", "mrs"})


def begin(here: Here, *, name: str, function: str, description: str) -> None:
    """Keep whom the next look at the form is for. Raises MayNotInvite."""
    must_invite(here.seat)
    given, infix, family = parts_of(name)
    here.request.session[_KEPT] = {
        "network": str(here.network), "function": function, "given_name": given, "infix": infix,
        "family_name": family, "description": description[:_LONGEST],
    }  # fmt: skip


def begun(here: Here) -> Wish:
    """The invitation that was begun for this network, once; an empty one when there is none."""
    kept = here.request.session.pop(_KEPT, {})
    if kept.pop("network", "") != str(here.network):
        return Wish()
    return Wish(side=side_of_function(kept["function"]), **kept)


def parts_of(name: str) -> tuple[str, str, str]:
    """Given name, infix and family name of a whole name, without titles: a guess to be checked."""
    words = name.partition(",")[0].split()
    while len(words) > 1 and words[0].rstrip(".").lower() in _TITLES:
        words.pop(0)
    if len(words) < 2:
        return "", "", " ".join(words)
    given = [words[0]]
    middle = words[1:-1]
    while middle and not middle[0].islower():
        given.append(middle.pop(0))
    return " ".join(given), " ".join(middle), words[-1]
