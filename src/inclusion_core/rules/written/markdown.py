"""An explanation as Markdown: a worked case to be read, corrected and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inclusion_core.pages.markdown import cell
from inclusion_core.rules.explanation import Explanation, Step
from inclusion_core.rules.written.wording import (
    DOUBTS,
    RECORDS,
    STEPS,
    Basis,
    ExplanationWords,
)
from inclusion_core.sources import Source
from inclusion_core.texts import LanguageCode
from inclusion_core.vocabulary import Vocabulary

__all__ = ["as_markdown"]


def as_markdown(explanation: Explanation, vocabulary: Vocabulary, language: LanguageCode) -> str:
    """The same as in plain lines; no word of it can become markup.

    What it rests on is a numbered list, to which the numbers in brackets lead.
    """
    words = ExplanationWords(vocabulary=vocabulary, language=language)
    basis = Basis.of(explanation)
    listed = enumerate(basis.entries, start=1)
    sections = (
        (words.reasons_heading(explanation), _reasons(explanation.deciding, words, basis)),
        (words.says(STEPS), _tree(explanation.steps, words, basis)),
        (words.says(RECORDS), (f"{number}. {cell(words.entry(each))}" for number, each in listed)),
        (words.says(DOUBTS), (f"- {cell(each)}" for each in words.doubts(explanation))),
    )
    blocks = [f"## {cell(words.verdict(explanation))}", cell(words.whose(explanation))]
    for heading, lines in sections:
        blocks += _section(heading, lines)
    return "\n\n".join(blocks) + "\n"


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    listed = tuple(lines)
    if listed:
        yield from (f"### {heading}", "\n".join(listed))


def _reasons(steps: Sequence[Step], words: ExplanationWords, basis: Basis) -> Iterator[str]:
    return (_item(step, words, basis) for step in steps)


def _tree(
    steps: Sequence[Step],
    words: ExplanationWords,
    basis: Basis,
    depth: int = 0,
    cited: Source | None = None,
) -> Iterator[str]:
    for step in steps:
        yield f"{'  ' * depth}{_item(step, words, basis, cited)}"
        yield from _tree(step.told_steps, words, basis, depth + 1, step.source)


def _item(step: Step, words: ExplanationWords, basis: Basis, cited: Source | None = None) -> str:
    numbers = ", ".join(map(str, basis.numbers(step)))
    led = f" \\[{numbers}\\]" if numbers else ""
    return f"- **{words.truth(step)}**: {cell(words.told(step, cited))}{led}"
