"""Marks: words in parentheses that stand for a value that there is none of, or that is unknown.

``(nav)``, ``(none)``, ``(nav jautāts)``, ``(refused)``. A text that reads as a mark itself is
written with one more pair of parentheses around it, and one with blanks at an end with two pairs,
since those blanks count for nothing otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

import attrs

from inclusion_core.texts import OR, LanguageCode, Text, listing
from inclusion_core.values import ABSENT, Absent, Reason, Unknown
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.cells.cell_problems import NOT_A_MARK
from inclusion_core.workbook.cells.lexicon import Lexicon, lexicon_of

__all__ = ["Marks", "mark_of", "named"]

_MEMBERS: tuple[Enum, ...] = (ABSENT, *Reason)


def mark_of(value: Absent | Unknown, words: Vocabulary, language: LanguageCode) -> str:
    """The mark that says of a value that there is none, or why it is not known.

    Example:
        >>> mark_of(ABSENT, Vocabulary(id="garden.words"), "en")
        '(absent)'
    """
    return f"({words.code(value.reason if isinstance(value, Unknown) else value, language)})"


def named(members: Iterable[Enum], words: Vocabulary) -> Text:
    """Members of a closed list by their words, to fill a slot with."""
    return listing((words.code_text(member) for member in members), OR)


@attrs.frozen
class Marks:
    """Tells marks from texts, both ways.

    Attributes:
        words: What marks are called.
    """

    words: Vocabulary

    @property
    def lexicon(self) -> Lexicon[Enum]:
        """The words of all marks."""
        return lexicon_of(self.words, _MEMBERS)

    def guarded(self, text: str) -> str:
        """A text as a cell holds it, so that it is read as that text."""
        if _has_edges(text):
            return f"(({text}))"
        return f"({text})" if self._is_special(*_peeled(text)) else text

    def meaning(self, text: str) -> str | Refused | Absent | Unknown:
        """What a text in a cell means: a mark, or the text that it stands for."""
        text = text.strip()
        pairs, core = _peeled(text)
        if not self._is_special(pairs, core):
            return text
        if pairs == 1:
            return self.mark(core)
        return core if pairs == 2 and _has_edges(core) else text[1:-1]

    def mark(self, inner: str) -> Refused | Absent | Unknown:
        """The mark that words in parentheses must be."""
        match self.lexicon.find(inner):
            case [Reason() as reason]:
                return Unknown(reason)
            case [Absent()]:
                return ABSENT
            case meant:
                near = meant or self.lexicon.near(inner) or _MEMBERS
                return Refused(NOT_A_MARK.filled(marks=named(near, self.words)))

    def _is_special(self, pairs: int, core: str) -> bool:
        if _has_edges(core):
            return pairs > 1
        return pairs > 0 and bool(self.lexicon.find(core) or self.lexicon.near(core))


def _peeled(text: str) -> tuple[int, str]:
    """The pairs of parentheses around a text, and what is inside all of them."""
    pairs = 0
    while pairs < len(text) // 2 and text[pairs] == "(" and text[-1 - pairs] == ")":
        pairs += 1
    return pairs, text[pairs : len(text) - pairs]


def _has_edges(text: str) -> bool:
    return text != text.strip()
