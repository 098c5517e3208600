"""Every place of the source that takes what others wrote is gone through by a reader."""

import ast
import sys
from functools import cache
from pathlib import Path

from fuzzing_lab.all_readers import READERS

import inclusion_core

SOURCE = Path(inclusion_core.__file__).parent
TAKES = {
    *("loads", "Decoder", "fromisoformat", "ZipFile", "ParquetFile", "CalamineWorkbook"),
    *("read_bytes", "read_text", "content_of", "scan_parquet", "read_parquet"),
    *("from_filelike", "ParserCreate", "create_engine", "load_workbook"),
}
"""Names of functions by which bytes or texts of others come in."""

ELSEWHERE = {
    "cli": "commands hand files on to the readers of the list; what they take, `arguments` reads",
    "scaffold": "it reads its own templates",
    "testing": "it reads what it wrote itself",
    "dice.py": "it reads days that a sample of a plugin writes in its source",
    "reports/formats/office_package.py": "it reads the document that has just been made",
    "reports/formats/xlsx_columns.py": "a function of its own has such a name",
    "publishing/releases/ledger.py": "of SQLite it takes a lock, and no data",
}
"""Where such a name stands in the source and nothing of others is read there, with why."""


def taking():
    """The modules in which one of the names is called, by their paths."""
    for path in sorted(SOURCE.rglob("*.py")):
        calls = (
            each
            for each in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(each, ast.Call)
        )
        names = {getattr(each.func, "attr", getattr(each.func, "id", "")) for each in calls}
        if names & TAKES:
            yield path.relative_to(SOURCE).as_posix()


@cache
def gone_through():
    """The modules in which a function is called while the good documents are read."""
    seen = set()

    def noted(frame, event, argument):
        seen.add(frame.f_code.co_filename)

    sys.setprofile(noted)
    try:
        for reader in READERS:
            for example in reader.examples():
                reader.tried(example)
    finally:
        sys.setprofile(None)
    paths = (Path(each) for each in seen)
    return {each.relative_to(SOURCE).as_posix() for each in paths if each.is_relative_to(SOURCE)}


def is_elsewhere(module):
    return any(module == each or module.startswith(f"{each}/") for each in ELSEWHERE)


def test_every_place_that_takes_what_others_wrote_is_gone_through():
    assert [
        each for each in taking() if each not in gone_through() and not is_elsewhere(each)
    ] == []


def test_whatever_is_said_to_be_elsewhere_is_in_the_source():
    found = list(taking())

    for name in ELSEWHERE:
        assert any(each == name or each.startswith(f"{name}/") for each in found), name
