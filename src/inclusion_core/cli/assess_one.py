"""The answer for one client: the verdict, why, what is still to be asked, when it changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.pages.markdown import cell
from inclusion_core.rules.asking import Open, OpenQuestions
from inclusion_core.rules.changing import Change
from inclusion_core.rules.explanation import Explanation
from inclusion_core.rules.verdict import Verdict
from inclusion_core.rules.written import as_markdown, as_text, json_object, reason_text
from inclusion_core.texts import Language, Text, lv
from inclusion_core.truth import Truth
from inclusion_core.vocabulary import Vocabulary

__all__ = ["ONE_FORMATS", "Answered"]

TO_ASK = lv("Jautājumi, noderīgākais vispirms").en("To ask, the most useful first")
BESIDES = lv("Atbildi var mainīt arī").en("What can change the answer besides")
TO_CORRECT = lv("Ierakstos jālabo").en("To correct in the records")
NOT_LOOKED_AT = lv("Vēl neizskatīts").en("Not looked into yet")
NOTHING = lv("Nav nekā, ko jautāt.").en("There is nothing to ask.")
SETTLES = lv("{asked} (izšķir jebkurā gadījumā)").en("{asked} (settles it whatever the answer)")
COMES_TO: Mapping[Truth, Text] = {
    Truth.YES: lv("Lai ko atbildētu, iznāk: jā.").en("Whatever is answered, it comes to: yes."),
    Truth.NO: lv("Lai ko atbildētu, iznāk: nē.").en("Whatever is answered, it comes to: no."),
}
CHANGES = lv("Ja nekas cits nenotiek").en("If nothing else happens")
CHANGE = lv("{on}: {verdict}").en("{on}: {verdict}")


@attrs.frozen(kw_only=True)
class Answered:
    """The answer for one client.

    Attributes:
        explanation: Verdict and reasons.
        explained: All clauses are to be told, and not only those that decide.
        open: What is still to be asked; ``None`` where nobody wants to know.
        changes: The days on which the verdict changes; ``None`` where nobody wants to know.
    """

    explanation: Explanation
    explained: bool
    open: OpenQuestions | None
    changes: tuple[Change, ...] | None


_Section: TypeAlias = tuple[str, Sequence[str]]
_Write: TypeAlias = Callable[[Answered, Vocabulary, Language], str]


def _as_text(told: Answered, vocabulary: Vocabulary, language: Language) -> str:
    write = as_text if told.explained else reason_text
    parts = [write(told.explanation, vocabulary, language)]
    for heading, lines in _sections(told, vocabulary, language):
        inside = "".join(f"  - {each}\n" for each in lines)
        parts.append(f"{heading}:\n{inside}" if lines else f"{heading}\n")
    return "\n".join(parts)


def _as_markdown(told: Answered, vocabulary: Vocabulary, language: Language) -> str:
    parts = [as_markdown(told.explanation, vocabulary, language)]
    for heading, lines in _sections(told, vocabulary, language):
        inside = "".join(f"- {cell(each)}\n" for each in lines)
        parts.append(f"### {cell(heading)}\n\n{inside}" if lines else f"{cell(heading)}\n")
    return "\n".join(parts)


def _as_json(told: Answered, vocabulary: Vocabulary, language: Language) -> str:
    written = json_object(told.explanation, vocabulary, language)
    if told.open is not None:
        written["open"] = told.open.as_json()
    if told.changes is not None:
        written["changes"] = [
            {"on": each.on.isoformat(), "verdict": Verdict.of(each.truth).value}
            for each in told.changes
        ]
    return f"{json.dumps(written, ensure_ascii=False, indent=2)}\n"


def _sections(told: Answered, vocabulary: Vocabulary, language: Language) -> Iterator[_Section]:
    if told.open is not None:
        if told.explanation.truth.decided:
            yield NOTHING.in_(language), ()
        else:
            yield from _open(told.open, vocabulary, language)
    if told.changes is not None:
        changes = tuple(_change(each, language) for each in told.changes)
        yield CHANGES.in_(language), changes


def _open(
    questions: OpenQuestions, vocabulary: Vocabulary, language: Language
) -> Iterator[_Section]:
    """What is open, under a heading for what is to be done about it; a line for what is not."""
    besides = tuple(each for each in questions.still_matters if each not in questions.in_order)
    groups = (
        (TO_ASK, questions.in_order),
        (BESIDES, besides),
        (TO_CORRECT, questions.to_correct),
        (NOT_LOOKED_AT, questions.may_matter),
    )
    for heading, group in groups:
        if group:
            lines = (_asked(each, questions, vocabulary, language) for each in group)
            yield heading.in_(language), tuple(lines)
    if questions.comes_to in COMES_TO:
        yield COMES_TO[questions.comes_to].in_(language), ()
    elif not any(group for _, group in groups):
        yield NOTHING.in_(language), ()


def _asked(
    asked: Open, questions: OpenQuestions, vocabulary: Vocabulary, language: Language
) -> str:
    said = asked.in_(vocabulary, language)
    if questions.settles_whatever(asked):
        return SETTLES.filled(asked=said).in_(language)
    return said


def _change(change: Change, language: Language) -> str:
    on: date = change.on
    verdict = Verdict.of(change.truth).says
    return CHANGE.filled(on=on.isoformat(), verdict=verdict).in_(language)


ONE_FORMATS: Mapping[str, _Write] = {
    "text": _as_text,
    "markdown": _as_markdown,
    "json": _as_json,
}
