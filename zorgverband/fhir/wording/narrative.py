"""The narrative of a resource (XHTML) as plain text: nothing of its mark-up survives."""

from html.parser import HTMLParser

from zorgverband.fhir.fact import Json

_BLOCKS = "p div br tr li h1 h2 h3 h4 h5 h6 table thead tbody ul ol blockquote"
_BREAKS = frozenset(_BLOCKS.split())
_HIDDEN = frozenset({"script", "style", "head", "title"})


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden += tag in _HIDDEN
        self.parts.append("\n" if tag in _BREAKS else " | " if tag in ("td", "th") else "")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self._hidden <= 0:
            self.parts.append(" ".join(data.split()) if data.strip() else " ")
            if data[-1:].isspace():
                self.parts.append(" ")


def plain_text(narrative: Json) -> str:
    """The words of a Narrative, one line per paragraph or table row."""
    parser = _Plain()
    parser.feed(str(narrative.get("div", "")))
    parser.close()
    lines = ("".join(parser.parts)).split("\n")
    cleaned = [" ".join(line.split()).strip("| ") for line in lines]
    return "\n".join(line for line in cleaned if line)
