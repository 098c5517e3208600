"""The command ``records``."""

import json

import pytest

from inclusion_core.cli import main
from inclusion_core.cli.commands import COMMANDS
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.manager import load_catalogue


@pytest.fixture
def told(capsys):
    def run(*arguments):
        code = main(["records", *arguments], load=lambda: load_catalogue(()))
        return code, capsys.readouterr()

    return run


def test_all_record_types_are_listed_with_what_they_are_called(told):
    code, screen = told("--language", "lv")

    assert code == 0
    assert len(screen.out.splitlines()) == len(list(SCHEMA))
    assert any(
        line.split() == ["support_plan", "atbalsta", "plāns"] for line in screen.out.splitlines()
    )


def test_one_record_type_is_told_whole(told):
    code, screen = told("entry_traits")

    assert code == 0
    assert "participation_id" in screen.out
    assert "names a participation; must be filled in; settled once" in screen.out
    assert "employed (" in screen.out
    assert "empty: not asked" in screen.out
    assert "9(2)(b)" in screen.out


def test_what_is_worked_out_and_what_is_empty_for_none_is_said(told):
    _, screen = told("client")

    assert "worked out" in screen.out
    assert "empty: none" in screen.out


def test_a_record_type_about_nobody_is_held_without_a_ground(told):
    _, screen = told("fund")

    assert "held under" not in screen.out


@pytest.mark.parametrize("form", ["json-schema", "data-package"])
def test_files_are_described_to_other_programs(told, form):
    code, screen = told("--format", form)

    assert code == 0
    assert "$schema" in json.loads(screen.out)


def test_other_programs_are_told_of_all_record_types(told):
    code, screen = told("client", "--format", "json-schema")

    assert code == 2
    assert "leave TYPE out" in screen.err


def test_a_record_type_that_is_not_there_is_named_with_a_near_one(told):
    code, screen = told("clent")

    assert code == 2
    assert "did you mean client" in screen.err


def test_it_is_a_command():
    assert "records" in COMMANDS
