"""The fixed list of what an advice can be about, and which of them bite each other."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.sharing.subjects import Subject

S = Subject


@dataclass(frozen=True)
class Topic:
    """A topic: its key in the database, its words, the subject it mostly falls under, its units.

    `specific`: two of these are about the same only when they name the same thing (which medicine,
    which wound). `stems`: beginnings of words by which a message is guessed to be about it.
    """

    key: str
    label: str | Promise
    subject: Subject
    units: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    specific: bool = False


TOPICS = {
    topic.key: topic
    for topic in (
        Topic("fluid", _("Drinken (vocht)"), S.TREATMENT, ("l_day", "ml_day"),
              ("vocht", "drinken", "drinkt", "drink")),
        Topic("salt", _("Zout"), S.TREATMENT, ("g_day",), ("zout", "natrium")),
        Topic("eating", _("Eten"), S.TREATMENT, ("kcal_day", "times_day"),
              ("eten", "eet", "bijvoeding", "calorie")),
        Topic("sugar", _("Suiker"), S.TREATMENT, ("g_day",), ("suiker", "zoetigheid")),
        Topic("protein", _("Eiwit"), S.TREATMENT, ("g_day",), ("eiwit",)),
        Topic("diet", _("Ander dieet"), S.TREATMENT, (), ("dieet", "grapefruit"), specific=True),
        Topic("alcohol", _("Alcohol"), S.HEALTH, ("glass_day", "glass_week"),
              ("alcohol", "wijn", "bier", "borrel", "jenever")),
        Topic("smoking", _("Roken"), S.HEALTH, ("times_day",), ("rook", "roken", "sigaret")),
        Topic("rest", _("Rust"), S.TREATMENT, ("hour_day", "min_day", "times_day"),
              ("rust", "uitrusten", "bedrust")),
        Topic("movement", _("Bewegen"), S.TREATMENT,
              ("min_day", "hour_day", "times_day", "times_week", "steps_day"),
              ("beweg", "wandel", "lopen", "oefen", "fietsen")),
        Topic("weight_bearing", _("Een been of arm belasten"), S.TREATMENT, ("kg", "percent"),
              ("belast",)),
        Topic("lifting", _("Tillen"), S.TREATMENT, ("kg",), ("tillen", "til", "dragen")),
        Topic("stairs", _("Traplopen"), S.DAY, ("times_day",), ("trap",)),
        Topic("driving", _("Autorijden"), S.HEALTH, ("hour_once", "min_once"),
              ("autorij", "rijden", "rijdt")),
        Topic("cycling", _("Fietsen op straat"), S.DAY, ("min_day", "times_week"), ("fietst",)),
        Topic("alone", _("Alleen thuis zijn"), S.DAY, ("hour_once", "min_once", "hour_day"),
              ("alleen thuis", "alleen laten", "alleen zijn")),
        Topic("watch", _("Iemand erbij"), S.DAY, ("hour_day",), ("toezicht", "iemand erbij")),
        Topic("visitors", _("Bezoek"), S.PEOPLE, ("times_day", "times_week", "min_once"),
              ("bezoek",)),
        Topic("stimuli", _("Drukte en prikkels"), S.MIND, ("hour_day", "min_once"),
              ("prikkel", "drukte")),
        Topic("sleeping", _("Slapen overdag"), S.HEALTH, ("min_day", "hour_day"), ("slaap", "dutje")),
        Topic("wound", _("Wond verzorgen"), S.TREATMENT, ("times_day", "times_week"),
              ("wond", "verband", "pleister"), specific=True),
        Topic("dry", _("Wond of gips droog houden"), S.TREATMENT, (), ("droog",)),
        Topic("shower", _("Douchen of in bad"), S.DAY, ("times_week", "times_day"),
              ("douch", "bad")),
        Topic("stockings", _("Steunkousen"), S.TREATMENT, ("hour_day", "times_day"),
              ("steunkous", "kousen")),
        Topic("aid", _("Hulpmiddel gebruiken"), S.DAY, ("hour_day",),
              ("rollator", "rolstoel", "looprek", "stok"), specific=True),
        Topic("medicine", _("Een medicijn"), S.MEDICATION, ("mg_day", "g_day", "times_day"),
              ("pil", "tablet", "medicijn", "slik", "inname"), specific=True),
        Topic("other", _("Iets anders"), S.DAY, ("times_day", "times_week", "min_day"), (),
              specific=True),
    )
}  # fmt: skip

UP, DOWN = 1, -1
# Two advices of different topics that cannot be followed both: topic and which way, twice. Up is
# "do", "more", or an amount above nothing; down is "do not", "less", or an amount of nothing.
BITES: frozenset[frozenset[tuple[str, int]]] = frozenset(
    frozenset(pair)
    for pair in (
        (("rest", UP), ("movement", UP)),
        (("rest", UP), ("lifting", UP)),
        (("weight_bearing", DOWN), ("movement", UP)),
        (("weight_bearing", DOWN), ("stairs", UP)),
        (("dry", UP), ("shower", UP)),
        (("alone", UP), ("watch", UP)),
        (("stimuli", DOWN), ("visitors", UP)),
        (("movement", DOWN), ("cycling", UP)),
        (("movement", DOWN), ("stairs", UP)),
        (("sleeping", DOWN), ("rest", UP)),
        (("eating", DOWN), ("protein", UP)),
    )
)
