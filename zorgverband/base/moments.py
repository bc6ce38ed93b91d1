"""The moment from which something opens or closes, by the clock of the database."""

from django.db.models import DateTimeField, Value
from django.db.models.functions import Least, Now

from zorgverband.base import clock


def now_at_the_latest() -> Least:
    """This moment (or the one a story is at), but never later than the database's clock says: a
    clock of ours that runs ahead would leave a door open for that long."""
    return Least(Value(clock.now(), output_field=DateTimeField()), Now())
