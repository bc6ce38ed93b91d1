"""Icons from the package lucide, as inline SVG that grows with the letters around it."""

import re
from functools import lru_cache

from lucide.jinja import lucide
from markupsafe import Markup

#: An icon of this size is as high as the letters of the text it stands in.
LETTER_HEIGHT = 16


@lru_cache(maxsize=512)
def icon(name: str, size: int = 22) -> Markup:
    """Return the SVG of one icon, hidden from screen readers.

    `size` is in sixteenths of the letter size of the surrounding text, so that an icon
    follows "Groot" and "Extra groot". The words beside it carry the meaning.
    Raises `lucide.IconDoesNotExist` for a name that is not in the package.
    """
    em = f"{size / LETTER_HEIGHT:g}em"
    attributes = {"class": "icon", "width": em, "height": em, "aria-hidden": "true"}
    svg = lucide(name, size=None, **attributes)
    # Safe: drawings of a pinned package, and no word of anyone in them.
    return Markup(re.sub(r"\s*(/?>)\s*", r"\1", str(svg)).strip())  # noqa: S704
