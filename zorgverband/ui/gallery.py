"""The gallery: one page with every component and made-up content, without database or views.

Tests measure it with axe; a designer looks at it: `python -m zorgverband.ui.gallery > page.html`.
"""

import sys
from pathlib import Path
from types import SimpleNamespace

from django.conf import settings
from jinja2 import Environment, FileSystemLoader

from zorgverband.ui.environment import environment
from zorgverband.ui.gallery_sample import SAMPLE

TEMPLATES = Path(__file__).parent / "jinja2"
_MENU = (
    ("today", "Vandaag", "sun"),
    ("news", "Nieuws", "newspaper"),
    ("plan", "Plan", "list-checks"),
    ("people", "Mensen", "users"),
    ("more", "Meer", "menu"),
)


def gallery_environment() -> Environment:
    """The environment of the pages, with addresses that need no views and no static setting."""
    built = environment(loader=FileSystemLoader(TEMPLATES))
    built.globals |= {"asset": "/static/{}".format, "url": lambda name, **parts: f"#{name}"}
    return built


def gallery_context(*, letters: str, theme: str, current: str = "news") -> dict[str, object]:
    """What every page gets: a viewer, a network, a menu."""
    menu = [
        SimpleNamespace(
            key=key, label=label, icon=icon, href=f"#{key}", current=key == current, badge=badge
        )
        for (key, label, icon), badge in zip(_MENU, (0, 3, 0, 0, 0), strict=True)
    ]
    return {
        "viewer": SimpleNamespace(
            name="Marijke de Wit", initials="MW", many_networks=True, works=False
        ),
        "letters": letters,
        "theme": theme,
        "network": SimpleNamespace(name="Jannie de Wit", initials="JW", id="1", shape="client"),
        "nav": menu,
        "csrf_token": "token",
        "key": "01930000-0000-7000-8000-000000000000",
        "messages": [],
    }


def render_gallery(
    letters: str = "normal", theme: str = "light", template: str = "ui/gallery.html"
) -> str:
    """Render the gallery (or another template) with made-up content.

    `letters`: normal, large, xlarge or compact; `theme`: device, light or dark.
    Django's settings must be configured; no database or URL configuration is touched.
    """
    page = gallery_environment().get_template(template)
    return page.render(SAMPLE | gallery_context(letters=letters, theme=theme))


if __name__ == "__main__":
    if not settings.configured:
        settings.configure(USE_I18N=False)
    sys.stdout.write(render_gallery())
