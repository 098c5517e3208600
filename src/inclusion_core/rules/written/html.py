"""An explanation as a piece of HTML for a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inclusion_core.pages.elements import Html, element, on_lines, words
from inclusion_core.pages.fragment import LEFT, Fragment
from inclusion_core.rules.explanation import Explanation, Step
from inclusion_core.rules.written.wording import DOUBTS, RECORDS, STEPS, Basis, ExplanationWords
from inclusion_core.sources import Source
from inclusion_core.texts import Language, LanguageCode
from inclusion_core.vocabulary import Vocabulary

__all__ = ["as_fragment"]


def as_fragment(
    explanation: Explanation, vocabulary: Vocabulary, language: LanguageCode
) -> Fragment:
    """The answer and its shortest reason; what else there is to say opens when it is asked for."""
    told = ExplanationWords(vocabulary=vocabulary, language=language)
    basis = Basis.of(explanation)
    entries = (words(told.entry(each)) for each in basis.entries)
    doubts = (words(each) for each in told.doubts(explanation))
    parts = (
        element("p", element("b", words(told.verdict(explanation)))),
        element("p", words(told.whose(explanation))),
        _reasons(explanation, told, basis),
        _more(told.says(STEPS), _tree(explanation.steps, told, basis)),
        _more(told.says(RECORDS), _listed(entries, "ol")),
        _more(told.says(DOUBTS), _listed(doubts)),
    )
    return Fragment(
        element("div", on_lines(*parts), lang=Language(language).value, style=LEFT),
    )


def _reasons(explanation: Explanation, told: ExplanationWords, basis: Basis) -> Html:
    listed = _listed(_line(step, told, basis) for step in explanation.deciding)
    heading = words(told.reasons_heading(explanation))
    return on_lines(element("p", heading), listed) if listed else listed


def _more(heading: str, inside: Html) -> Html:
    return element("details", element("summary", words(heading)), inside) if inside else inside


def _listed(lines: Iterable[Html], kind: str = "ul") -> Html:
    items = [element("li", each) for each in lines]
    return element(kind, on_lines(*items)) if items else words("")


def _tree(
    steps: Sequence[Step], told: ExplanationWords, basis: Basis, cited: Source | None = None
) -> Html:
    return _listed(_branches(steps, told, basis, cited))


def _branches(
    steps: Sequence[Step], told: ExplanationWords, basis: Basis, cited: Source | None
) -> Iterator[Html]:
    for step in steps:
        inside = _tree(step.told_steps, told, basis, step.source)
        yield on_lines(_line(step, told, basis, cited), inside)


def _line(step: Step, told: ExplanationWords, basis: Basis, cited: Source | None = None) -> Html:
    numbers = ", ".join(map(str, basis.numbers(step)))
    led = f" [{numbers}]" if numbers else ""
    return element("span", words(f"{told.truth(step)}: {told.told(step, cited)}{led}"))
