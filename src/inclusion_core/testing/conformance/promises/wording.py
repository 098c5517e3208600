"""Whether everything that people read is there in Latvian and in English, and can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inclusion_core.reports.sentences.sentence import Sentence
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.parts import Part, parts_in
from inclusion_core.texts import Text

__all__ = ["BOTH_LANGUAGES", "SLOTS_ARE_FILLED"]

_LATVIAN = re.compile(r"\b[a-zāčēģīķļņšūž]*[āčēģīķļņšūž][a-zāčēģīķļņšūž]*\b")
"""A word, written small, with a letter that no English word has."""
_SMALL_WORD = re.compile(r"(?<![\w.])[^\W\d_A-ZĀČĒĢĪĶĻŅŠŪŽ]{4,}(?![\w.])")
"""A word that is no name: written small, and not short."""
REPORT_SLOTS = frozenset({"period", "status_day"})


def _unworded(given: Given) -> Iterator[Broken]:
    for part in parts_in(given):
        if isinstance(part.value, Text) and (wrong := _wrong(part.value)):
            yield Broken(part.about, f"its {part.name}: {wrong}")


def _wrong(text: Text) -> str:
    """What is wrong with the words of a text; empty where nothing is."""
    if not text.lv.strip():
        return "it has no words; write them in both languages: lv(...).en(...)"
    if text.lv != text.lv.strip() or text.en != text.en.strip():
        return "it begins or ends with a space; take it out"
    if text.lv == text.en and (word := _SMALL_WORD.search(text.en)):
        return (
            f"the words are the same in Latvian and in English ({word[0]!r} is no name); "
            "translate them: lv(...).en(...)"
        )
    if text.lv != text.en and (word := _LATVIAN.search(text.en)):
        return f"the English words have a Latvian one, {word[0]!r}; translate it"
    return ""


BOTH_LANGUAGES = Conformance(
    "texts-in-both-languages",
    "Everything that people read is written in Latvian and in English.",
    _unworded,
)


def _unfilled(given: Given) -> Iterator[Broken]:
    own = {id(each.value.says) for each in parts_in(given) if isinstance(each.value, Sentence)}
    for part in parts_in(given):
        if id(part.value) in own:
            continue  # a sentence says itself what fills its slots, and looks when it is declared
        if isinstance(part.value, Text) and not part.within("tells"):
            stray = sorted(part.value.slots - _filled(part))
            if stray:
                allowed = ", ".join(sorted(_filled(part))) or "none"
                yield Broken(
                    part.about,
                    f"its {part.name} has a slot that nothing fills: {', '.join(stray)} (here may "
                    f"be: {allowed}); take it out, or double the brace that is meant as such",
                )


def _filled(part: Part) -> frozenset[str]:
    """The slots that the library fills in such a text."""
    if part.declared.kind in ("report", "metric"):
        return REPORT_SLOTS
    if part.declared.kind == "assumption" and part.name == "says":
        return frozenset({"value"})
    return frozenset()


SLOTS_ARE_FILLED = Conformance(
    "slots-can-be-filled",
    "Texts have only the slots that are filled where they stand.",
    _unfilled,
)
