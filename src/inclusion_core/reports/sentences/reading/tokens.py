"""A text as words, numbers and the breaks between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Final

import attrs

from inclusion_core.reports.sentences.reading.days import DAY
from inclusion_core.reports.sentences.reading.digits import NUMBER, readings
from inclusion_core.reports.sentences.reading.references import reference
from inclusion_core.reports.sentences.reading.spoken import spoken
from inclusion_core.reports.sentences.reading.stems import folded, stem
from inclusion_core.reports.sentences.sentence import MARK
from inclusion_core.texts import Language

__all__ = ["Kind", "Token", "cleaned", "tokens"]


class Kind(Enum):
    """What a piece of a text is.

    A day, a year that is called one or a reference is set aside: it is no figure. A break is
    a comma, a bracket or an "and"; a stop is the end of a sentence.
    """

    WORD = "word"
    NUMBER = "number"
    SLOT = "slot"
    ASIDE = "aside"
    BREAK = "break"
    STOP = "stop"


@attrs.frozen(kw_only=True)
class Token:
    """A piece of a text.

    Attributes:
        kind: What it is.
        written: As it stands in the text.
        at: At which sign of the cleaned text it begins.
        stem: Of a word, what is left without its ending; of what is set aside, always the same.
        values: What a number may mean.
        share: Whether it is a number of per cent.
        doubtful: A number that mostly is no figure: a bare year, "one of them".
        turned: Signs before it turn the direction of writing: readers see other digits.
        slot: Of a template, the place of the slot that it stands for.
    """

    kind: Kind
    written: str
    at: int
    stem: str = ""
    values: tuple[Decimal, ...] = ()
    share: bool = False
    doubtful: bool = False
    turned: bool = False
    slot: int = 0


TURNS, TURNS_BACK = "\u202e", "\u202c"
_UNSEEN: Final = frozenset({"Cf", "Cs", "Co", "Cn"})
_PER_CENT: Final = r"\s?%|\s(?:procent|percent|per\s?cent)\w*"
_PER_CENT_WORD: Final = re.compile(r"(?:procent|percent)\w*")
_BREAKS: Final = {Language.LV: "un|vai|bet", Language.EN: "and|or|but"}
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_ASIDE_STEM: Final = "\N{SECTION SIGN}"
_BEFORE_A_YEAR: Final = frozenset(
    {"in", "sinc", "year", "dur", "from", "until", "till", "to", "by", "kop"}
)
_ALONE: Final = frozenset({1, 100, 1000})
_LONGEST: Final = 10
"""So many words make the longest number that is read."""


def cleaned(text: str) -> str:
    """A text without signs that are not seen, so that they part no number and no word.

    Signs that turn the direction of writing stay: they change what is seen.
    """
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign
        for sign in lines
        if sign in (TURNS, TURNS_BACK) or unicodedata.category(sign) not in _UNSEEN
    )


def tokens(text: str, language: Language) -> tuple[Token, ...]:
    """The pieces of a cleaned text, or of a template, in their order."""
    found = [_token(match, language) for match in _pattern(language).finditer(text)]
    turned = {at for match in _TURNED.finditer(text) for at in range(*match.span())}
    return tuple(
        attrs.evolve(each, turned=True) if each.at in turned else each
        for each in _with_spoken(found, language)
    )


_TURNED: Final = re.compile(f"{TURNS}[^{TURNS_BACK}\n]*")


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<slot>{MARK}[^\s{MARK}](?:\s?%)?)"
        rf"|(?P<aside>{DAY}|{reference(language)})"
        rf"|(?P<number>(?<!\w)(?P<digits>{NUMBER})(?P<share>{_PER_CENT})?)"
        r"|(?P<stop>[.!?\u2026](?=\s|$)|\n\s*\n)"
        rf"|(?P<break>[,;:()\[\]/\u2013\u2014\u2022{TURNS}{TURNS_BACK}]|\s-\s"
        rf"|\b(?:{_BREAKS[language]})\b)"
        r"|(?P<word>[^\W\d_]+)"
    )


def _token(match: re.Match[str], language: Language) -> Token:
    kind = next(kind for kind in Kind if match[kind.value] is not None)
    token = Token(kind=kind, written=match[0], at=match.start())
    match kind:
        case Kind.WORD:
            return attrs.evolve(token, stem=stem(folded(match[0]), language))
        case Kind.ASIDE:
            return attrs.evolve(token, stem=_ASIDE_STEM)
        case Kind.SLOT:
            return attrs.evolve(token, slot=ord(match[0][1]) - ord(MARK) - 1)
        case Kind.NUMBER:
            digits = match["digits"]
            return attrs.evolve(
                token,
                written=digits,
                values=readings(digits, language),
                share=match["share"] is not None,
                doubtful=_YEAR.fullmatch(digits) is not None,
            )
        case _:
            return token


def _with_spoken(found: Sequence[Token], language: Language) -> Iterator[Token]:
    """The same with the numbers that are written as words; a bare year stays in doubt."""
    place = 0
    while place < len(found):
        token = found[place]
        used = 1
        if token.kind is Kind.WORD:
            token, used = _spoken(found, place, language)
        elif token.doubtful:
            before = found[place - 1].stem if place else ""
            token = attrs.evolve(token, doubtful=before in _BEFORE_A_YEAR)
        yield token
        place += used


def _spoken(found: Sequence[Token], place: int, language: Language) -> tuple[Token, int]:
    """The number that words at a place are, and how many pieces it takes; or the word itself."""
    run = found[place : place + _LONGEST]
    words = [folded(each.written) for each in run]
    last = next(
        (at for at, each in enumerate(run) if each.kind is not Kind.WORD and words[at] != "and"),
        len(run),
    )
    value, used = spoken(words[:last], language)
    token = found[place]
    if not used:
        return token, 1
    number = attrs.evolve(
        token,
        kind=Kind.NUMBER,
        written=" ".join(each.written for each in run[:used]),
        stem="",
        values=(Decimal(value),),
        doubtful=used == 1 and value in _ALONE,
    )
    after = words[used : used + 2]
    per_cent = 2 if after == ["per", "cent"] else _is_per_cent(after)
    return attrs.evolve(number, share=per_cent > 0), used + per_cent


def _is_per_cent(words: Sequence[str]) -> int:
    return int(bool(words) and _PER_CENT_WORD.fullmatch(words[0]) is not None)
