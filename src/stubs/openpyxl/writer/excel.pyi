"""The writer of a workbook into a zip file."""

from zipfile import ZipFile

from openpyxl import Workbook

class ExcelWriter:
    def __init__(self, workbook: Workbook, archive: ZipFile) -> None: ...
    def write_data(self) -> None: ...
