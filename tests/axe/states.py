"""Pages that only exist after somebody did something: refused forms, previews, codes, failures.

Each function takes the page of somebody there; the statuses in `STATES` are those of its answer.
"""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.doors.asking import BUNDLE, address

if TYPE_CHECKING:
    from tests.doors.world import World

    from .windows import Windows

Step = Callable[["Windows", "World", Any], Any]


class State(NamedTuple):
    """Who gets there, how, and what the server answers."""

    who: str
    step: Step
    status: int


def go(windows: "Windows", world: "World", page: Any, name: str, what: str = "-") -> Any:
    """Open a page of the doors table."""
    return page.goto(windows.site.address + address(name, what, world))


def send(page: Any, *, button: str = "button.button-do:not([type])") -> Any:
    """Send the form of the page as it is, past what the browser itself would refuse."""
    page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
    with page.expect_navigation() as answered:
        page.locator(button).first.click()
    return answered.value


def refused(name: str, what: str = "-", **typed: str) -> Step:
    """The form of this page, sent with only these words in it."""

    def step(windows: "Windows", world: "World", page: Any) -> Any:
        go(windows, world, page, name, what)
        for field, words in typed.items():
            page.locator(f"main [name={field}]").first.fill(words)
        return send(page)

    return step


def seen(name: str, what: str = "-") -> Step:
    """A page that answers with something else than a page."""
    return lambda windows, world, page: go(windows, world, page, name, what)


def posted(windows: "Windows", world: "World", page: Any) -> Any:
    """After writing: the words with the button that takes it back."""
    go(windows, world, page, "write")
    page.locator("[name=body]").fill("Vandaag was het gezellig.")
    page.locator("[name=circle][value=family_care]").check(force=True)
    return send(page)


def preview(windows: "Windows", world: "World", page: Any) -> Any:
    """A file that was read, before it is taken over."""
    go(windows, world, page, "fhir_upload")
    page.locator("[name=upload]").set_input_files(
        {"name": "b.json", "mimeType": "application/json", "buffer": BUNDLE}
    )
    return send(page)


def nonsense(windows: "Windows", world: "World", page: Any) -> Any:
    """A file that holds something else."""
    go(windows, world, page, "fhir_upload")
    file = json.dumps({"resourceType": "Bundle", "type": "collection", "entry": 1}).encode()
    page.locator("[name=upload]").set_input_files(
        {"name": "b.json", "mimeType": "application/json", "buffer": file}
    )
    return send(page)


def code_of_no_use(windows: "Windows", world: "World", page: Any) -> Any:
    """The invitation after a wrong code."""
    untried(world, page)
    return refused("invitation", code="000000")(windows, world, page)


def untried(world: "World", page: Any) -> None:
    """Five wrong codes end an invitation, and the right one is remembered: begin again."""
    page.context.clear_cookies()
    world.cast.owner.execute(
        "UPDATE membership_invitation SET attempts = 0, ending = '', ended_at = NULL WHERE id = %s",
        [world.ids["invitation"]],
    )


def proven(windows: "Windows", world: "World", page: Any) -> Any:
    """The invitation after the code: what it is about, and the form to join."""
    untried(world, page)
    go(windows, world, page, "invitation")
    page.locator("[name=code]").fill(world.code)
    return send(page)


def nowhere(windows: "Windows", world: "World", page: Any) -> Any:
    """An address that does not exist."""
    return page.goto(windows.site.address + "/dit/is/er/niet/")


def forged(windows: "Windows", world: "World", page: Any) -> Any:
    """A form that lay open too long."""
    go(windows, world, page, "write")
    page.evaluate(
        "document.querySelectorAll('[name=csrfmiddlewaretoken]').forEach(f => f.remove())"
    )
    return send(page)


def queue(windows: "Windows", world: "World", page: Any) -> Any:
    """What waits for a data-protection officer: something that opens to a mark."""
    _mark(world)
    return go(windows, world, page, "review_queue")


def undecided(windows: "Windows", world: "World", page: Any) -> Any:
    """One mark, sent without a decision."""
    _mark(world)
    page.goto(windows.site.address + address("review_queue", "-", world))
    page.locator("main .sentence a.button").first.click()
    return send(page)


def _mark(world: "World") -> None:
    """The GP looked at night, and Ria supervises."""
    owner, cast = world.cast.owner, world.cast
    owner.execute(
        "INSERT INTO privacy_officer (id, person_id, starts_at)"
        " SELECT gen_random_uuid(), %(ria)s, now()"
        " WHERE NOT EXISTS (SELECT FROM privacy_officer WHERE person_id = %(ria)s)",
        {"ria": cast.ria.person},
    )
    owner.execute(
        "INSERT INTO privacy_mark (id, rule, network_id, person_id, person_name, function, day,"
        " first_at, last_at, times, marked_at, decision, note) VALUES (gen_random_uuid(), 'night',"
        " %s, %s, 'Anouk Visser', 'gp', current_date, now(), now(), 2, now(), '', '')"
        " ON CONFLICT DO NOTHING",
        [cast.network, cast.anouk.person],
    )


STATES = {
    "writing-nothing": State("fatima", refused("write"), 422),
    "replying-nothing": State("marijke", refused("item", "home"), 422),
    "visit-without-day": State("fatima", refused("plan_visit"), 422),
    "asking-nothing": State("hanneke", refused("ask_agreement"), 422),
    "medicine-without-name": State("fatima", refused("record_medication"), 422),
    "measurement-without-value": State("fatima", refused("record_measurement"), 422),
    "inviting-nobody": State("jannie", refused("invite"), 422),
    "wrong-password": State(
        "-", refused("account_login", login="niemand@voorbeeld.test", password="verkeerd"), 200
    ),
    "no-address": State("-", refused("account_reset_password", email="geen adres"), 200),
    "wrong-code": State("-", code_of_no_use, 422),
    "posted": State("marijke", posted, 200),
    "preview-of-a-file": State("fatima", preview, 200),
    "file-with-nonsense": State("fatima", nonsense, 422),
    "invitation-with-code": State("-", proven, 200),
    "supervision": State("ria", queue, 200),
    "supervision-undecided": State("ria", undecided, 422),
    "not-mine": State("ria", seen("item", "health"), 404),
    "not-allowed": State("ria", seen("invite"), 403),
    "nowhere": State("-", nowhere, 404),
    "open-too-long": State("fatima", forged, 403),
}
