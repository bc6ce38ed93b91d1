"""A message on a device, in a real browser: what the worker shows, and where a tap leads."""

from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browsing import whole_browser
from tests.cast import Cast
from tests.running import wait_until

from .device import Device

pytestmark = pytest.mark.browser

SHOWN = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
  .map((one) => [one.title, one.body, one.tag])"""
WORDS = "Er is nieuws. Bekijk het in Zorgverband."


@pytest.fixture
def program() -> str:
    """One that shows notifications."""
    return whole_browser()


def pushed(device: Device, page: Any, words: str) -> None:
    """Have the browser give this message to the worker, as if a push service sent it."""
    parts = urlsplit(device.line.address)
    origin = f"{parts.scheme}://{parts.netloc}"
    session = device.context.new_cdp_session(page)
    found: list[Any] = []
    session.on("ServiceWorker.workerRegistrationUpdated",
               lambda event: found.extend(event["registrations"]))  # fmt: skip
    session.send("ServiceWorker.enable")
    wait_until(lambda: page.evaluate("1") and found, seconds=10, what="the service worker")
    mine = [one["registrationId"] for one in found if one["scopeURL"].startswith(origin)]
    session.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": mine[0], "data": words},
    )


def test_a_message_says_only_that_there_is_something(cast: Cast, device: Device) -> None:
    device.context.grant_permissions(["notifications"], origin=device.line.address)
    device.sign_in(cast.marijke)
    page = device.open("/hulp/")
    pushed(device, page, WORDS)
    wait_until(lambda: page.evaluate(SHOWN), seconds=10, what="the message")
    # A second takes the place of the first.
    pushed(device, page, WORDS)
    assert page.evaluate(SHOWN) == [["Zorgverband", WORDS, "nieuws"]]


def test_a_tap_on_it_leads_to_what_there_is_for_me(cast: Cast, device: Device) -> None:
    device.sign_in(cast.marijke)
    page = device.open("/voor-mij/")
    (worker,) = device.context.service_workers
    # A tap cannot be sent from outside: the event is made, what the worker does with it is real.
    led = worker.evaluate(
        """async () => {
          const done = [], closed = [];
          self.clients.openWindow = async (at) => { done.push(at); };
          const event = new Event("notificationclick");
          event.notification = { close: () => closed.push(1) };
          let waits = null;
          event.waitUntil = (one) => { waits = one; };
          self.dispatchEvent(event);
          await waits.catch(() => null);
          return [closed.length, done];
        }"""
    )
    # It is open here already, so nothing was opened anew.
    assert led == [1, []]
    page.goto(device.line.address + "/hulp/")
    led = worker.evaluate(
        """async () => {
          const done = [];
          self.clients.openWindow = async (at) => { done.push(at); };
          const event = new Event("notificationclick");
          event.notification = { close: () => null };
          let waits = null;
          event.waitUntil = (one) => { waits = one; };
          self.dispatchEvent(event);
          await waits;
          return done;
        }"""
    )
    assert led == ["/voor-mij/"]
