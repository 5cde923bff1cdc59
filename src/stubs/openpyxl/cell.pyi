"""One cell: its value, what kind it is of, how it looks."""

from openpyxl.styles import Font
from openpyxl.worksheet import Sheet

class WriteOnlyCell:
    value: object
    data_type: str
    quotePrefix: bool
    font: Font
    def __init__(self, ws: Sheet, value: str) -> None: ...
