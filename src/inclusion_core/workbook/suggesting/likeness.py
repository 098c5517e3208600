"""How much a heading is like a phrase: abbreviated, inflected, without diacritics, in any order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import TypeAlias

from inclusion_core.workbook.cells.lexicon import bare

__all__ = ["Words", "likeness", "share_of", "word_likeness", "words_in"]

Words: TypeAlias = tuple[str, ...]
Alike: TypeAlias = Callable[[str, str], float]

_WORD = re.compile(r"[^\W_]+")

_SAME: Mapping[str, str] = {
    **dict.fromkeys(
        ("datums", "datuma", "datumi", "dat", "dati", "dienas", "date", "day"), "diena"
    ),
    **dict.fromkeys(("nr", "numurs", "numura", "num", "number"), "nr"),
}
"""Words that headings use for one and the same."""

_EMPTY_WORDS = frozenset({"of", "the", "un", "and", "vai", "or"})

MOST_WORDS = 12
SHORTEST_ABBREVIATION = 3
SHORTEST_STEM = 4
LONGEST_ENDING = 3
SHORTEST_SLIP = 6
LONGEST_SLIP = 2
LEAST_RATIO = 0.84


def words_in(heading: str) -> Words:
    """The words that count in a heading, without diacritics; those for a day or a number alike.

    Example:
        >>> words_in("Dzimšanas datums:"), words_in("Date of birth")
        (('dzimsanas', 'diena'), ('diena', 'birth'))
    """
    found = (_SAME.get(word, word) for word in _WORD.findall(bare(heading)))
    return tuple(word for word in found if word not in _EMPTY_WORDS)[:MOST_WORDS]


def likeness(some: Words, others: Words, alike: Alike | None = None) -> float:
    """From 0 for nothing in common to 1 for the same words.

    Args:
        some: Words.
        others: Words.
        alike: How like two words are; one that remembers, where much is compared.

    Example:
        >>> likeness(words_in("Dzim. dat."), words_in("dzimšanas datums"))
        0.95
    """
    if not some or not others:
        return 0.0
    of_two = alike or word_likeness
    matched = sum(_best(word, others, of_two) for word in some)
    matched += sum(_best(word, some, of_two) for word in others)
    return round(matched / (len(some) + len(others)), 3)


def share_of(phrase: Words, text: Words) -> float:
    """How much of a phrase a longer text has in it.

    Example:
        >>> share_of(words_in("klients"), words_in("Klientu saraksts 2018"))
        0.9
    """
    if not phrase or not text:
        return 0.0
    return sum(_best(word, text, word_likeness) for word in phrase) / len(phrase)


def word_likeness(one: str, other: str) -> float:
    """How like two words are: the same, one shortened, with another ending, or with a slip."""
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) >= SHORTEST_ABBREVIATION and long.startswith(short):
        return 0.9
    stem = _stem(one, other)
    if stem >= SHORTEST_STEM and len(long) - stem <= LONGEST_ENDING:
        return 0.9
    if len(short) >= SHORTEST_SLIP and stem and len(long) - len(short) <= LONGEST_SLIP:
        ratio = SequenceMatcher(a=one, b=other, autojunk=False).ratio()
        return ratio if ratio >= LEAST_RATIO else 0.0
    return 0.0


def _best(word: str, others: Iterable[str], alike: Alike) -> float:
    return max(alike(*sorted((word, other))) for other in others)


def _stem(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
