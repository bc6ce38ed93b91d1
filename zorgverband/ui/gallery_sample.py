"""Made-up people and rows for the gallery; nothing here is about anyone."""

from types import SimpleNamespace as Row

from markupsafe import Markup

_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAMLW2gAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
_DRAWING = Markup(
    '<svg viewBox="0 0 320 120"><rect class="chart-band" x="40" y="40" width="270" height="40"/>'
    '<path class="chart-grid" d="M40 100H310"/><path class="chart-line" d="M50 30L150 55L300 75"/>'
    '<circle class="chart-point" cx="300" cy="75" r="4"/><text x="4" y="34">152</text>'
    '<text x="4" y="80">138</text></svg>'
)


def _reader(initials: str, name: str, function: str, shape: str, reason: str) -> Row:
    return Row(name=name, function=function, initials=initials, shape=shape, reason=reason)


def _signal(label: str, tone: str, text: str, action: str) -> Row:
    return Row(id=label, href=f"#{label}", label=label, tone=tone, text=text, facts=[],
               action_label=action, action_href=f"#{label}", post="")  # fmt: skip


_READERS = [
    _reader("JW", "Jannie de Wit", "cliënt", "client", "het gaat over haar"),
    _reader("MW", "Marijke de Wit", "dochter", "round", "Jannie gaf toestemming op 3 maart"),
    _reader("FE", "Fatima El Amrani", "wijkverpleegkundige", "square", "schreef dit zelf"),
]
_OTHERS = [Row(name="Linda Kok", function="consulent, gemeente Duinrijk", reason=None)]
_NETWORKS = [
    Row(
        name="Dhr. A. Bakker",
        href="#bakker",
        sub="1937, Warmond",
        more=0,
        more_href="#more",
        signals=[_signal("Niemand geregeld", "error", "Zondag geen hulp", "Vraag thuiszorg")],
        contact=None,
        last_news="vandaag",
        review="9 december",
        review_late=False,
        standing="",
    ),
    Row(
        name="Mw. J. de Wit",
        href="#dewit",
        sub="1944, Sassenheim",
        more=2,
        more_href="#more",
        signals=[
            _signal("Tegenstrijdig advies", "attention", "Lopen of been omhoog", "Vraag beiden"),
            _signal("Afspraak te laat", "error", "Traplift, 4 dagen", "Herinner Linda Kok"),
        ],
        contact="Hanneke Smit",
        last_news="gisteren",
        review="2 december",
        review_late=True,
        standing="",
    ),
    Row(
        name="Gezin Willems",
        href="#willems",
        sub="5 personen",
        more=0,
        more_href="#more",
        signals=[],
        contact="Hanneke Smit",
        last_news="gisteren",
        review="6 januari",
        review_late=False,
        standing="",
    ),
]


def _sentence(title: str, circle: str, tone: str, text: str) -> Row:
    named = {"title": title, "circle": circle, "tone": tone, "text": text}
    return Row(**named, href=f"#{tone}", action="Veranderen", id=None)


_MESSAGE = Row(
    id="5",
    author="Marijke de Wit",
    function="dochter",
    initials="MW",
    shape="round",
    time="18.10 uur",
    moment="2026-11-18T18:10",
    heading="Boodschappen",
    href="#5",
    body="De koelkast is weer vol. Er staat soep voor morgen.",
    circle="Alleen familie",
    readers=3,
    tone="family",
    readers_href="#why",
    may_reply=True,
    replies=1,
    **dict.fromkeys(
        ("new", "about", "picture", "files", "changed", "photo", "signal_text", "below")
    ),
)
SAMPLE: dict[str, object] = {
    "news": [_MESSAGE],
    "readers": _READERS,
    "others": _OTHERS,
    "networks": _NETWORKS,
    "photo": _PIXEL,
    "portrait": _PIXEL,
    "drawing": _DRAWING,
    "callable": [Row(member=1, name="Ria Bos", phone="06 1200 3402", active=True)],
    "files": [Row(name="brief.pdf", href="#file", size="120 kB")],
    "filters": [
        Row(label="Alles", href="#all", current=True, count=9),
        Row(label="Gezondheid", href="#health", current=False, count=None),
    ],
    "links": [
        Row(label="Agenda", href="#agenda", icon="calendar", text=None, badge=0),
        Row(label="Wie ziet wat", href="#who", icon="eye", text="U beslist", badge=2),
    ],
    "sentences": [
        _sentence("Gezondheid", "Familie en zorg (7)", "care", "De gemeente en de buren niet."),
        _sentence("Geld en post", "Alleen familie (3)", "family", "Zorg en gemeente niet."),
    ],
}
