"""What it may mean for the care when somebody reads something no longer; told before the choice.

One text per subject and side, honest and without pushing. Nobody is asked for a reason.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zorgverband.networks.models import Side
from zorgverband.ui.sentences import listed

from .subjects import Subject

S = Subject
_CARE = {
    S.HEALTH: gettext_noop(
        "%(name)s leest dan niet meer hoe het met de gezondheid gaat. "
        "Een klacht of wond kan daardoor later worden gezien."
    ),
    S.MEDICATION: gettext_noop(
        "%(name)s weet dan niet meer welke medicijnen er zijn. "
        "Een nieuw medicijn kan dan slecht samengaan met een ander."
    ),
    S.RESULTS: gettext_noop(
        "%(name)s leest dan niet meer wat er gemeten is, zoals de bloeddruk. "
        "De zorg past dan misschien minder goed."
    ),
    S.TREATMENT: gettext_noop(
        "%(name)s leest dan niet meer welke behandeling er is. "
        "Zorgverleners weten dan minder van elkaar."
    ),
    S.MIND: gettext_noop(
        "%(name)s leest dan niet meer hoe iemand zich voelt. "
        "In een moeilijke tijd is het dan lastiger om goed te helpen."
    ),
    S.COMING: gettext_noop(
        "%(name)s weet dan niet meer wie er wanneer komt. "
        "Twee bezoeken kunnen dan op hetzelfde moment vallen."
    ),
    S.ARRANGEMENTS: gettext_noop(
        "%(name)s leest de afspraken dan niet meer. Dan is het lastiger om zich eraan te houden."
    ),
}
_CARE_REST = gettext_noop(
    "%(name)s leest dan minder over het gewone leven. De zorg past dan misschien minder goed."
)
_FAMILY_MEDICAL = gettext_noop(
    "%(name)s leest dan niet meer hoe het met de gezondheid gaat, en kan dus minder goed opletten."
)
_FAMILY = {
    S.MEDICATION: gettext_noop(
        "%(name)s weet dan niet meer welke medicijnen er zijn, en kan daar dus niet bij helpen."
    ),
    S.COMING: gettext_noop(
        "%(name)s weet dan niet meer wie er wanneer komt, en kan dus minder goed iets afspreken."
    ),
    S.MONEY: gettext_noop(
        "%(name)s ziet dan niet meer wat er met geld en post gebeurt, en kan daar dus niet bij helpen."
    ),
}
_FAMILY_REST = gettext_noop("%(name)s hoort dan minder, en kan dus minder goed meehelpen.")
_SOCIAL = {
    S.HOME: gettext_noop(
        "%(name)s ziet dan niet meer wat er in huis nodig is. Hulp aanvragen kan langer duren."
    ),
    S.MONEY: gettext_noop(
        "%(name)s ziet dan niet meer hoe het met het geld gaat. Hulp met geld kan langer duren."
    ),
    S.COMING: gettext_noop(
        "%(name)s weet dan niet meer wie er wanneer komt, en kan dus minder goed iets afspreken."
    ),
}
_SOCIAL_REST = gettext_noop("%(name)s weet dan minder, en kan hier dus minder goed bij helpen.")
_TABLES = {
    Side.CARE: (_CARE, _CARE_REST),
    Side.FAMILY: (_FAMILY, _FAMILY_REST),
    Side.CLIENT: (_FAMILY, _FAMILY_REST),
    Side.SOCIAL: (_SOCIAL, _SOCIAL_REST),
}
MOST = 4


def consequence(subject: Subject, side: str, name: str) -> str:
    """What it may mean that somebody on this side reads this subject no longer."""
    table, rest = _TABLES[Side(side)]
    if side in (Side.FAMILY, Side.CLIENT) and subject.medical and subject not in table:
        return _(_FAMILY_MEDICAL) % {"name": name}
    return _(table.get(subject, rest)) % {"name": name}


def consequences(
    subjects: Iterable[Subject], side: str, name: str, *, whole: bool = False
) -> list[str]:
    """The same for several subjects, the weightiest first, each text once; `whole` when it is about
    reading the subject and not about one message."""
    chosen = sorted(subjects)
    said = list(dict.fromkeys(consequence(subject, side, name) for subject in chosen))
    if len(said) > MOST:
        more = [str(subject.label).lower() for subject in chosen]
        said = [
            *said[: MOST - 1],
            _("%(name)s leest ook niets meer over de rest: %(subjects)s.")
            % {"name": name, "subjects": listed(more[MOST - 1 :])},
        ]
    if whole and side == Side.CARE and any(subject.medical for subject in chosen):
        said.append(
            _("Bij nood kan een zorgverlener toch kijken. U krijgt daar meteen bericht van.")
        )
    return [*said, _("U hoeft niet te zeggen waarom. U kunt uw bezwaar altijd weer intrekken.")]
