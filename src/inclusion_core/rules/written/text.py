"""An explanation as plain lines, for a screen or a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inclusion_core.pages.lines import hanging
from inclusion_core.rules.explanation import Explanation, Step
from inclusion_core.rules.written.wording import (
    DOUBTS,
    RECORDS,
    STEPS,
    Basis,
    ExplanationWords,
)
from inclusion_core.sources import Source
from inclusion_core.texts import LanguageCode, Text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["as_text", "reason_text"]

COLUMNS = 100
INDENT = "  "


def reason_text(explanation: Explanation, vocabulary: Vocabulary, language: LanguageCode) -> str:
    """The answer and the shortest reason for it."""
    words = ExplanationWords(vocabulary=vocabulary, language=language)
    return _text(_answer(explanation, words, Basis(())))


def as_text(explanation: Explanation, vocabulary: Vocabulary, language: LanguageCode) -> str:
    """The answer, its shortest reason, all clauses, and the records that they rest on.

    A number in brackets leads from a clause to what it rests on.
    """
    words = ExplanationWords(vocabulary=vocabulary, language=language)
    basis = Basis.of(explanation)
    rests_on = [words.entry(reads) for reads in basis.entries]
    room = len(str(len(rests_on)))
    numbered = (
        line
        for number, entry in enumerate(rests_on, start=1)
        for line in _hanging(f"{INDENT}[{number:>{room}}] ", entry)
    )
    doubts = (line for each in words.doubts(explanation) for line in _hanging(f"{INDENT}- ", each))
    return _text(
        (
            *_answer(explanation, words, basis),
            *_section(words, STEPS, _tree(explanation.steps, words, basis)),
            *_section(words, RECORDS, numbered),
            *_section(words, DOUBTS, doubts),
        )
    )


def _answer(explanation: Explanation, words: ExplanationWords, basis: Basis) -> Iterator[str]:
    yield from _hanging("", words.verdict(explanation))
    yield from _hanging("", words.whose(explanation))
    if explanation.deciding:
        yield f"{words.reasons_heading(explanation)}:"
    for step in explanation.deciding:
        yield from _hanging(f"{INDENT}- ", _line(step, words, basis))


def _section(words: ExplanationWords, heading: Text, lines: Iterable[str]) -> Iterator[str]:
    inside = tuple(lines)
    if inside:
        yield from ("", f"{words.says(heading)}:", *inside)


def _tree(
    steps: Sequence[Step],
    words: ExplanationWords,
    basis: Basis,
    depth: int = 1,
    cited: Source | None = None,
) -> Iterator[str]:
    for step in steps:
        yield from _hanging(f"{INDENT * depth}- ", _line(step, words, basis, cited))
        yield from _tree(step.told_steps, words, basis, depth + 1, step.source)


def _line(step: Step, words: ExplanationWords, basis: Basis, cited: Source | None = None) -> str:
    numbers = ", ".join(map(str, basis.numbers(step)))
    led = f" [{numbers}]" if numbers else ""
    return f"{words.truth(step)}: {words.told(step, cited)}{led}"


def _hanging(first: str, words: str) -> tuple[str, ...]:
    return hanging(first, words, max(COLUMNS, len(first) + COLUMNS // 2))


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
