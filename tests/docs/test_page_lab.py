"""What a page shows is held to what happens: a page that is wrong fails."""

from __future__ import annotations

import pytest
from page_lab.running import PAGES
from sybil.example import SybilFailure


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(text: str) -> int:
        page = tmp_path / "page.md"
        page.write_text(text, encoding="utf-8")
        examples = list(PAGES.parse(page).examples())
        for example in examples:
            example.evaluate()
        return len(examples)

    return run


def block(language: str, *lines: str) -> str:
    return "\n".join((f"```{language}", *lines, "```", ""))


def test_python_runs(run):
    assert run(block("python", ">>> 1 + 1", "2")) == 1

    with pytest.raises(SybilFailure):
        run(block("python", ">>> 1 + 1", "3"))
    with pytest.raises(ZeroDivisionError):
        run(block("python", "1 / 0"))


def test_what_a_command_shows_is_compared(run):
    assert run(block("console", "$ inclusion-core --version", "inclusion-core ...")) == 1

    with pytest.raises(SybilFailure, match="version 1000"):
        run(block("console", "$ inclusion-core --version", "version 1000"))


def test_a_command_goes_on_after_a_backslash(run):
    run(block("console", "$ inclusion-core \\", "    --version", "inclusion-core ..."))


def test_a_command_may_fail_only_where_its_exit_code_is_shown(run):
    run(block("console", "$ inclusion-core nonsense", "$ echo $?", "2"))

    with pytest.raises(SybilFailure, match="exit code 2"):
        run(block("console", "$ inclusion-core nonsense"))
    with pytest.raises(SybilFailure, match="exit code 2"):
        run(block("bash", "inclusion-core nonsense"))


def test_other_commands_are_not_run(run):
    assert run(block("console", "$ rm -r everything", "$ pip install something", "output")) == 1


def test_files_are_written_and_not_run(run):
    text = "<!-- file: a/b.py -->\n" + block("python", "1 / 0")

    assert run(text + block("console", "$ head -n 1 a/b.py", "1 / 0")) == 2


TABLE = """
```python
from inclusion_core.expr import subject
from inclusion_core.facts.rows import ClientRow

client = subject(ClientRow)
```

<!-- answers about client -->
| born_on | `client.born_on` |
|---|---|
| 2018 | 2018-01-01 to 2018-12-31 |
"""


def test_tables_are_answered_by_every_reader(run):
    assert run(TABLE) == 2

    with pytest.raises(SybilFailure) as failure:
        run(TABLE.replace("12-31", "12-30"))
    for reader in ("objects", "polars", "duckdb"):
        assert f"{reader} says 2018-01-01 to 2018-12-31" in str(failure.value)


def test_a_table_that_asks_nothing_fails(run):
    with pytest.raises(SybilFailure, match="asks nothing"):
        run(TABLE.replace("`client.born_on`", "died_on").replace("2018-01-01 to 2018-12-31", "-"))
