"""The page about databases holds on PostgreSQL too."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.no_cover  # other tests reach every line

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "keep-cases-in-a-database.md"


def test_the_page_runs_on_postgres(postgres_address, tmp_path, monkeypatch):
    from page_lab.running import PAGES

    text = PAGE.read_text(encoding="utf-8")
    assert text.count('("sqlite:///cases.db"') == 2
    page = tmp_path / PAGE.name
    page.write_text(text.replace("sqlite:///cases.db", postgres_address), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    examples = list(PAGES.parse(page).examples())

    for example in examples:
        example.evaluate()
    assert len(examples) > 10
