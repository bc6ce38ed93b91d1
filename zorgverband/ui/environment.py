"""The Jinja2 environment of all pages; Django's template setting names `environment` here."""

from typing import Any

from django.templatetags.static import static
from django.utils.translation import npgettext, pgettext
from jinja2 import Environment, StrictUndefined

from zorgverband.ui.addresses import address, page_of
from zorgverband.ui.dates import FILTERS
from zorgverband.ui.icons import icon
from zorgverband.ui.phones import dial
from zorgverband.ui.sentences import (
    chosen_language,
    direction,
    language,
    say,
    say_counted,
    written,
)
from zorgverband.ui.stylesheet import stylesheet


def environment(**options: Any) -> Environment:
    """Build the environment from the OPTIONS of Django's Jinja2 engine.

    Guarantees: everything is escaped, a name that is not given is an error and not an
    empty place on the page, and sentences go through gettext.
    """
    options |= {
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": [*options.get("extensions", []), "jinja2.ext.i18n"],
    }
    options.pop("autoescape", None)
    built = Environment(autoescape=True, **options)
    # The i18n extension adds these methods at run time, unknown to the type checker.
    install = getattr(built, "install_gettext_callables")  # noqa: B009
    install(say, say_counted, newstyle=True, pgettext=pgettext, npgettext=npgettext)
    built.globals |= {
        "_": say,
        "gettext": say,
        "ngettext": say_counted,
        "icon": icon,
        "asset": static,
        "url": address,
        "page_of": page_of,
        "language": language,
        "chosen_language": chosen_language,
        "direction": direction,
        "written": written,
        "stylesheet_url": stylesheet().url,
    }
    built.filters |= FILTERS | {"dial": dial}
    return built
