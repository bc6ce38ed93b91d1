"""The moment at which looking in need begins and ends."""

from datetime import timedelta

from django.contrib.postgres.functions import TransactionNow
from django.db.models import DateTimeField, ExpressionWrapper, Value
from django.db.models.expressions import CombinedExpression, Expression
from django.db.models.functions import Least

from zorgverband.base import clock

AT_MOST = timedelta(minutes=60)


def now_here() -> Expression:
    """This moment (or the one a story is at), but never later than the transaction began: that is
    the moment at which the rule is asked."""
    return Least(Value(clock.now(), output_field=DateTimeField()), TransactionNow())


def after(period: timedelta) -> Expression:
    """So much later than `now_here`, reckoned by the same clock."""
    later: CombinedExpression = now_here() + Value(period)
    return ExpressionWrapper(later, output_field=DateTimeField())
