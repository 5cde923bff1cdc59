"""Values that a file has types for, as the text of a cell."""

import json
from datetime import date, datetime, time
from decimal import Decimal


def cell_text(value: object) -> str:
    """A value as it would stand in a table of text: what is none is empty.

    >>> cell_text(3.0), cell_text(None), cell_text(True), cell_text([1])
    ('3', '', 'true', '[1]')
    >>> cell_text(datetime(2030, 1, 2)), cell_text(1e-7), cell_text(float("nan"))
    ('2030-01-02', '0.0000001', '')
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case float():
            return decimal_text(Decimal(repr(value)))
        case Decimal():
            return decimal_text(value)
        case datetime():
            midnight = value.time() == time() and value.tzinfo is None
            return value.date().isoformat() if midnight else value.isoformat(" ")
        case date() | time():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
        case _:
            return json.dumps(value, ensure_ascii=False, default=str)


def decimal_text(exact: Decimal) -> str:
    """A number without an exponent and without zeros at its end; none for no number."""
    if not exact.is_finite() or abs(exact.adjusted()) > 30:
        return "" if exact.is_nan() else str(exact)
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
