"""The room as Django knows it: when the program starts it offers what it has to say beside an item."""

from django.apps import AppConfig


class Bottlenecks(AppConfig):
    """Bottlenecks."""

    name = "zorgverband.bottlenecks"

    def ready(self) -> None:
        """Say beside an agreement or a goal what asks attention about it."""
        from zorgverband.sharing.beside import register

        from .elsewhere import beside_items

        register(beside_items)
