"""A column for numbers exactly as somebody wrote them: 81.20 stays 81.20, whatever the digits."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    _Decimal = models.DecimalField[Any, Any]
else:
    _Decimal = models.DecimalField


class ExactDecimalField(_Decimal):
    """PostgreSQL's `numeric` without a fixed number of digits."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Django asks for digits and places; the column has neither."""
        options |= {"max_digits": 100, "decimal_places": 50}
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        """As it was declared, for migrations."""
        name, path, args, options = super().deconstruct()
        del options["max_digits"], options["decimal_places"]
        return name, path, args, options

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The type of the column."""
        return "numeric"
