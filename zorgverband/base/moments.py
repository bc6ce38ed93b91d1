"""The moment from which something opens or closes, by the clock of the database."""

from django.contrib.postgres.functions import TransactionNow
from django.db.models import DateTimeField, Value
from django.db.models.functions import Least

from . import clock


def now_at_the_latest() -> Least:
    """This moment (or the one a story is at), but never later than the one at which the rule is
    asked in this transaction: a later one would leave a door open until then, and an effect that is
    shown would not show it."""
    return Least(Value(clock.now(), output_field=DateTimeField()), TransactionNow())
