"""Markdown as GitHub shows it."""

from pathlib import Path

import attrs
import pytest

from inclusion_core.reports.formats.markdown import markdown
from inclusion_core.texts import Language, Text

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("language", Language)
def test_the_markdown_reads_as_reviewed(report, language):
    assert markdown(report, language) == (SNAPSHOTS / f"markdown.{language}.md").read_bytes()


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("2018. gada", r"2018\. gada"),
        ("3) item", r"3\) item"),
        ("> quoted", r"\> quoted"),
        ("===", r"\==="),
        ("a | b", r"a \| b"),
        (r"a \| b", r"a \\\| b"),
        ("<b>&amp;</b>", r"\<b>\&amp;\</b>"),
        ("A & B", "A & B"),
        ("[a](b)", r"\[a](b)"),
        ("*a* _b_ `c` ~d~ $e$", r"\*a\* \_b\_ \`c\` \~d\~ \$e\$"),
        ("inclusion_core 0.1", "inclusion_core 0.1"),
        ("    code", "code"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_no_words_become_markup(report, words, written):
    changed = attrs.evolve(report, subtitle=Text.same(words))

    assert markdown(changed, Language.EN).decode().split("\n")[2] == written


def test_a_report_without_notes_and_sources_has_no_headings_for_them(report):
    bare = attrs.evolve(report, notes=(), sources=(), sections=())
    headings = [
        line for line in markdown(bare, Language.EN).decode().split("\n") if line[:1] == "#"
    ]

    assert headings == [
        "# Interim report on the social mentor service",
        "## How this report was made",
    ]
