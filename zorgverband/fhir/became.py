"""What becomes of plans, goals, teams and requests: the fixed list, so that it can be counted.

Every sentence is a gettext msgid; who shows it translates it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

PLAN = _("Staat in het plan, bij de plannen van anderen.")
PLAN_OVER = _("Een plan dat voorbij is. Het is te lezen, en staat niet in het plan van nu.")
GOAL = _("Een doel in het plan.")
GOAL_CLOSED = _("Een afgesloten doel in het plan.")
GOAL_OVER = _("Een doel dat niet doorgaat. Het is te lezen, en staat niet in het plan van nu.")
TEAM = _("Te lezen bij de behandeling.")
ASKED = _("Gevraagd aan wie het doet. Die zegt eerst ja of nee.")
SUGGESTED = _("Een voorstel voor een afspraak. Kies hier wie het doet.")
ELSEWHERE = _("Staat als eigen gegeven in het bestand.")
WAITS = _("Geen voorstel: het staat stil, of de bron weet niet hoe het staat.")
OVER = _("Geen voorstel: het is klaar, gaat niet door, of het plan is voorbij.")
FORBIDDEN = _("Geen voorstel: dit mag juist niet gebeuren.")
INVITE = _("Iemand om uit te nodigen, met wat die doet.")
TAKES_PART = _("Doet al mee.")
CLIENT = _("De cliënt zelf.")
TEAM_OVER = _("Niet uit te nodigen: het team of het meedoen is voorbij.")
KNOWN = _("Stond er al, of er is hier al over besloten.")
NAMELESS = _("Zonder naam of omschrijving.")

OF_PART: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("other_plan", "now"): PLAN,
        ("other_plan", "over"): PLAN_OVER,
        ("goal", "now"): GOAL,
        ("goal", "closed"): GOAL_CLOSED,
        ("goal", "over"): GOAL_OVER,
    }
)
OF_FATE: Mapping[str, str] = MappingProxyType(
    {"elsewhere": ELSEWHERE, "waits": WAITS, "over": OVER, "forbidden": FORBIDDEN}
)
