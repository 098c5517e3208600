"""Reports as files that people open: the name of the output tells which."""

import io
import sys
from importlib.metadata import version

import openpyxl
import pytest

from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.reports.formats import ReportFormat, optional
from inclusion_core.texts import lv

ASKED = ("report", "toy.course.interim", "--period", "2018-01-01..2018-02-28")


def plugin(name, load, **own):
    told = {"distribution": f"inclusion-{name}", "version": version("inclusion-core"), **own}
    return Plugin(name=name, load=load, **told)


OWN = plugin(
    "inclusion-core", lambda: optional, distribution="inclusion-core", module=optional.__name__
)


class AnotherWorkbook:
    @hookimpl
    def inclusion_formats(self):
        return (
            ReportFormat(
                id="aaa.workbook",
                says=lv("cita").en("another"),
                suffix=".xlsx",
                media_type="text/plain",
                render=lambda *_: b"not a workbook",
            ),
        )


ANOTHER = plugin("aaa", AnotherWorkbook)


@pytest.fixture
def toys(run):
    usual = run.__kwdefaults__["plugins"]
    return (*usual, OWN, ANOTHER)


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_the_name_of_the_output_tells_the_format(run, folder, tmp_path, suffix, toys):
    path = tmp_path / f"r.{suffix}"
    code, shown, remarks = run(*ASKED, folder, "--output", path, plugins=toys)

    assert (code, shown) == (0, "")
    assert remarks == f"The report is written to {path}\n"
    assert path.read_bytes().startswith(b"PK")


def test_a_format_of_the_core_goes_before_another_of_the_same_suffix(run, folder, tmp_path, toys):
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    run(*ASKED, folder, "--output", first, plugins=toys)
    run(*ASKED, folder, "--output", second, "--format", "aaa.workbook", plugins=toys)

    assert openpyxl.load_workbook(io.BytesIO(first.read_bytes())).sheetnames[0] == "Report"
    assert second.read_bytes() == b"not a workbook"


def test_a_format_whose_extra_is_missing_is_listed_and_says_what_to_install(
    run, folder, tmp_path, toys, monkeypatch
):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    path = tmp_path / "r.xlsx"
    code, _, remarks = run(*ASKED, folder, "--output", path, plugins=toys)

    assert code == 2
    assert "pip install 'inclusion-core[xlsx]'" in remarks
    assert not path.exists()
    listed = run("forms", plugins=toys)[1].splitlines()
    assert ["xlsx", "Excel", "workbook", "(.xlsx)"] in [line.split() for line in listed]
