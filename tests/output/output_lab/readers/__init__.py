"""One reader for each format: what a stranger's program finds in the bytes, and what would act."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from output_lab.readers.csv_file import read_csv
from output_lab.readers.docx_file import read_docx
from output_lab.readers.found import Found
from output_lab.readers.html_page import read_html
from output_lab.readers.json_document import read_json
from output_lab.readers.markdown_text import read_markdown
from output_lab.readers.pdf_file import read_pdf
from output_lab.readers.terminal_text import read_terminal
from output_lab.readers.xlsx_file import read_xlsx

__all__ = ["READERS", "Found"]

READERS: Mapping[str, Callable[[bytes], Found]] = {
    "csv": read_csv,
    "docx": read_docx,
    "html": read_html,
    "json": read_json,
    "md": read_markdown,
    "pdf": read_pdf,
    "terminal": read_terminal,
    "xlsx": read_xlsx,
}
"""By the id of the format."""
