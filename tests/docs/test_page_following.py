"""A page that can be followed literally is followed; one that cannot be fails, and says where."""

from __future__ import annotations

import pytest
from page_lab.following import NotFollowedError, follow, main


def block(language: str, *lines: str) -> str:
    return "\n".join((f"```{language}", *lines, "```", ""))


@pytest.fixture
def reader(tmp_path):
    """Follows a page in a folder beside it; what it told on the way."""

    def reader(text: str) -> list[str]:
        page, folder = tmp_path / "page.md", tmp_path / "folder"
        page.write_text(text, encoding="utf-8")
        folder.mkdir()
        told: list[str] = []
        assert follow(page, folder, told=told.append) == len(told)
        return told

    return reader


def test_files_are_written_and_commands_typed_in_the_order_of_reading(reader):
    text = (
        block("console", "$ ls")
        + "<!-- file: a/b.txt -->\n"
        + block("text", "one line")
        + block("console", "$ ls", "a", "$ cat a/b.txt", "one line")
    )

    assert reader(text) == ["$ ls", "writes a/b.txt", "$ ls", "$ cat a/b.txt"]


def test_what_a_command_sets_is_there_for_the_next(reader):
    text = block("console", "$ cd /", "$ WORD=kitchen") + block(
        "console", "$ echo $PWD $WORD", "/ kitchen"
    )

    assert len(reader(text)) == 3


def test_dots_stand_for_any_text_and_nothing_shown_is_nothing_compared(reader):
    reader(block("console", "$ echo first; echo second", "first", "...", "$ echo anything"))


def test_dots_in_the_last_line_stand_for_no_text_as_well(reader):
    reader(block("console", "$ echo first", "first", "..."))


def test_a_command_may_go_on_in_the_next_line(reader):
    reader(block("console", "$ echo one \\", "    two", "one two"))


def test_what_is_shown_and_not_printed_fails(reader):
    with pytest.raises(NotFollowedError, match="not this"):
        reader(block("console", "$ echo this", "not this"))


def test_a_command_may_fail_only_where_its_exit_code_is_shown(reader):
    reader(block("console", "$ (exit 3)", "$ echo $?", "3"))


@pytest.mark.parametrize("after", [(), ("$ echo on",)])
def test_a_command_that_fails_ends_the_page(reader, after):
    with pytest.raises(NotFollowedError, match="exit code 3"):
        reader(block("console", "$ echo before; (exit 3)", *after))


def test_a_command_that_ends_the_shell_fails(reader):
    with pytest.raises(NotFollowedError, match="ended the shell"):
        reader(block("console", "$ exit 0"))


def test_a_block_that_nobody_can_follow_fails(reader):
    with pytest.raises(NotFollowedError, match="line 4: nobody can follow a block of 'python'"):
        reader(block("text", "words") + block("python", "1 + 1"))


def test_the_program_says_how_many_steps_it_took_or_what_is_wrong(tmp_path, capsys):
    page = tmp_path / "page.md"
    page.write_text(block("console", "$ echo this", "this"), encoding="utf-8")

    main([str(page), str(tmp_path)])

    assert capsys.readouterr().out.splitlines() == ["$ echo this", f"{page}: followed in 1 steps"]
    page.write_text(block("console", "$ echo this", "that"), encoding="utf-8")
    with pytest.raises(SystemExit, match=r"page\.md: "):
        main([str(page), str(tmp_path)])
