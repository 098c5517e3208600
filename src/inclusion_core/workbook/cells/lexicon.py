"""Members of a closed list, found by their words, forgiving about how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import Enum
from functools import lru_cache
from typing import Generic, TypeVar
from unicodedata import combining, normalize

import attrs

from inclusion_core.texts import Language, Text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["Lexicon", "bare", "folded", "lexicon_of"]

T = TypeVar("T")

LONGEST = 100
"""Words longer than this are near to none: what they resemble would take long to find."""


def folded(text: str) -> str:
    """A text without what its form may vary in: case, blanks around it, doubled blanks.

    Example:
        >>> folded("  Nav  Jautāts ")
        'nav jautāts'
    """
    return re.sub(r"\s+", " ", normalize("NFKC", text).casefold()).strip()


def bare(text: str) -> str:
    """A folded text without the marks above and below its letters.

    Example:
        >>> bare("Nav jautāts")
        'nav jautats'
    """
    letters = normalize("NFD", folded(text))
    return "".join(letter for letter in letters if not combining(letter))


@attrs.frozen(kw_only=True)
class Lexicon(Generic[T]):
    """Members of a closed list by what they are called.

    Attributes:
        codes: By code, as written.
        words: By folded code and folded words in all languages.
        bare_words: By the same without diacritics.
    """

    codes: Mapping[str, tuple[T, ...]]
    words: Mapping[str, tuple[T, ...]]
    bare_words: Mapping[str, tuple[T, ...]]

    @classmethod
    def of(cls, names: Iterable[tuple[str, T]], codes: Iterable[tuple[str, T]] = ()) -> Lexicon[T]:
        """The lexicon of members by their names, and by codes that go before all names."""
        listed, by_code = tuple(names), tuple(codes)
        return cls(
            codes=_grouped(by_code),
            words=_grouped((folded(name), member) for name, member in (*by_code, *listed)),
            bare_words=_grouped((bare(name), member) for name, member in (*by_code, *listed)),
        )

    def find(self, text: str) -> tuple[T, ...]:
        """Whom the text means: nobody, one, or several where it does not tell them apart."""
        return (
            self.codes.get(text)
            or self.words.get(folded(text))
            or self.bare_words.get(bare(text))
            or ()
        )

    def near(self, text: str) -> tuple[T, ...]:
        """Whom a text with a slip of the pen may mean, the likeliest first."""
        if len(text) > LONGEST:
            return ()
        found = get_close_matches(bare(text), self.bare_words, n=3, cutoff=0.7)
        return tuple(dict.fromkeys(each for words in found for each in self.bare_words[words]))


def lexicon_of(words: Vocabulary, members: Iterable[Enum]) -> Lexicon[Enum]:
    """The lexicon of a closed list of codes; made once for the same words."""
    return _lexicon(tuple((each, words.code_text(each)) for each in members))


@lru_cache(maxsize=512)
def _lexicon(called: tuple[tuple[Enum, Text], ...]) -> Lexicon[Enum]:
    return Lexicon.of(
        ((text.in_(language), member) for member, text in called for language in Language),
        codes=((str(member.value), member) for member, _ in called),
    )


def _grouped(named: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, dict[T, None]] = {}
    for name, member in named:
        groups.setdefault(name, {})[member] = None
    return {name: tuple(members) for name, members in groups.items()}
