"""The small news of every day in the stories: what home care and others write without much ado."""

import random
from collections.abc import Sequence

from .town_acting import Telling

_CARE = (
    "Geholpen met wassen en aankleden. Alles ging rustig.",
    "Douchen gedaan. Huid is gaaf.",
    "Medicijnen gegeven en samen koffie gedronken.",
    "Steunkousen aangetrokken. Enkels zijn slank.",
    "Vandaag wat moe, verder geen bijzonderheden.",
    "Goed gegeten. Temperatuur en pols zijn gewoon.",
    "Wond verbonden volgens afspraak.",
    "Samen geoefend met opstaan. Dat ging beter dan vorige week.",
    "Was in een goed humeur en vertelde over vroeger.",
    "Nacht was onrustig, overdag even gerust.",
)
_EVERYDAY = (
    "Samen gegeten en afgewassen.",
    "Boodschappen gedaan. De melk was op.",
    "Een stukje gelopen in de zon.",
    "Even gebeld. Het gaat goed.",
    "De planten water gegeven en de post binnengehaald.",
    "Foto's gekeken van de vakantie.",
    "Koffie gedronken in de tuin.",
)
_TIMES = ("8.50", "9.10", "9.25", "10.05", "12.40", "16.15", "19.30", "20.10")


def routine(
    net: Telling, *, carers: Sequence[str], others: Sequence[str], since: int, seed: int
) -> None:
    """Something small nearly every day until the day before yesterday, by turns."""
    chance = random.Random(seed)
    for day in range(since, 1, -1):
        if carers and chance.random() < 0.55:
            net.tell(
                chance.choice(carers), day, chance.choice(_TIMES[:4]), "health",
                chance.choice(_CARE), title="Bezoek",
            )  # fmt: skip
        if others and chance.random() < 0.3:
            net.tell(
                chance.choice(others), day, chance.choice(_TIMES[4:]), "day",
                chance.choice(_EVERYDAY),
            )  # fmt: skip
