"""To which slot of a sentence a number of a text belongs: the words around both are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Final

import attrs

from inclusion_core.reports.sentences.reading.stems import folded, stem
from inclusion_core.reports.sentences.reading.tokens import Kind, Token, tokens
from inclusion_core.reports.sentences.sentence import OF_THE_REPORT, Sentence, ShareOf, marker
from inclusion_core.texts import Language, Plural, SlotValue, Text

__all__ = ["Around", "Place", "around", "best_places", "places"]

WORDS: Final = 5
"""So many words on each side of a number are looked at."""
NEAR: Final = 3
"""So near before a number a word may turn its meaning."""
MOST, HALF = 0.75, 0.5
NOUN_WITH_OTHERS, WITHOUT_NOUN = 0.7, 0.6
_TURNING: Mapping[Language, frozenset[str]] = {
    language: frozenset(stem(folded(word), language) for word in words.split())
    for language, words in {
        Language.LV: "vairāk mazāk vismaz gandrīz ap aptuveni apmēram pāri virs zem ne nav nevis "
        "bez izņemot nekā",
        Language.EN: "more less fewer over under almost nearly about around least most not no "
        "without except than",
    }.items()
}


@attrs.frozen
class Around:
    """The words around a number, without endings, the nearest first.

    Attributes:
        before: Those before it, back to a break or another number.
        after: Those after it.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False)
class Place:
    """A number in a template; no two are the same.

    Attributes:
        sentence: Whose template it is.
        slot: The slot; empty for a number that the author wrote, "12 months".
        values: What that number may mean; nothing for a slot.
        share: Whether it is a number of per cent.
        befores: What may stand before it, in all forms of the nouns.
        afters: What may stand after it; and how many of these words are its own noun.
    """

    sentence: Sentence
    slot: str
    values: tuple[Decimal, ...]
    share: bool
    befores: tuple[tuple[str, ...], ...]
    afters: tuple[tuple[tuple[str, ...], int], ...]


def around(pieces: Sequence[Token], place: int) -> Around:
    """The words around a piece of a text; of one that stands by itself, those beyond the breaks."""
    behind, ahead = (
        pieces[max(place - 1 - WORDS, 0) : place][::-1],
        pieces[place + 1 : place + 2 + WORDS],
    )
    found = Around(_words(behind), _words(ahead))
    if found.before or found.after:
        return found
    return Around(*(_words(each[1:]) for each in (behind, ahead)))


def _words(pieces: Sequence[Token]) -> tuple[str, ...]:
    words = takewhile(lambda piece: piece.kind in (Kind.WORD, Kind.ASIDE), pieces)
    return tuple(piece.stem for piece in words)[:WORDS]


def places(
    sentence: Sentence, days: Mapping[str, SlotValue], language: Language
) -> tuple[Place, ...]:
    """The numbers of a template in one language, with the words around them."""
    slots = sorted(sentence.figures)
    found: dict[tuple[str, int], list[tuple[Around, Token, int]]] = {}
    for number in _FORMS:
        template = _template(sentence, days, number).in_(language)
        pieces = tokens(template, language)
        for at, piece in enumerate(pieces):
            if piece.kind in (Kind.SLOT, Kind.NUMBER):
                slot = slots[piece.slot] if piece.kind is Kind.SLOT else ""
                noun = sentence.nouns.get(slot)
                own = 0 if noun is None else len(_noun(noun, number).in_(language).split())
                # A number that the author wrote stands at the same place among the numbers.
                order = sum(each.kind in (Kind.SLOT, Kind.NUMBER) for each in pieces[:at])
                found.setdefault((slot, order), []).append((around(pieces, at), piece, own))
    return tuple(_place(sentence, slot, forms) for (slot, _), forms in found.items())


_FORMS: Final = (0, 1, 2)
"""A number for each form that a noun has in Latvian; in English two of them are the same."""


def _template(sentence: Sentence, days: Mapping[str, SlotValue], number: int) -> Text:
    slots: dict[str, SlotValue] = {slot: days[slot] for slot in sentence.says.slots & OF_THE_REPORT}
    for place, slot in enumerate(sorted(sentence.figures)):
        noun, mark = sentence.nouns.get(slot), marker(place)
        slots[slot] = mark
        if noun is not None:
            words = _noun(noun, number)
            slots[slot] = Text(lv=f"{mark} {words.lv}", en=f"{mark} {words.en}")
        elif isinstance(sentence.figures[slot], ShareOf):
            slots[slot] = f"{mark} %"
    return sentence.says.filled(**slots)


def _noun(noun: Plural, number: int) -> Text:
    """The form of a noun beside a number, without the number."""
    counted = noun.counted(number)
    return Text(lv=counted.lv.partition(" ")[2], en=counted.en.partition(" ")[2])


def _place(sentence: Sentence, slot: str, forms: Sequence[tuple[Around, Token, int]]) -> Place:
    piece = forms[0][1]
    afters = ((each.after, min(own, len(each.after))) for each, _, own in forms)
    return Place(
        sentence=sentence,
        slot=slot,
        values=piece.values,
        share=piece.share or isinstance(sentence.figures.get(slot), ShareOf),
        befores=tuple(dict.fromkeys(each.before for each, _, _ in forms)),
        afters=tuple(dict.fromkeys(afters)),
    )


def best_places(words: Around, among: Iterable[Place], language: Language) -> tuple[Place, ...]:
    """The numbers of templates that have these words around them; several where they are alike."""
    likeness = {
        place: found
        for place in among
        if (found := _likeness(words, place, _TURNING[language])) is not None
    }
    most = max(likeness.values(), default=None)
    return tuple(place for place, found in likeness.items() if found == most)


def _likeness(words: Around, place: Place, turning: frozenset[str]) -> tuple[int, float] | None:
    """How many words are the same, and what part of those of the template; ``None`` for too few."""
    before = max(
        (
            (_common(words.before, its), -len(its))
            for its in place.befores
            if turning.intersection(words.before[:NEAR]) == turning.intersection(its[:NEAR])
        ),
        default=None,
    )
    after = max(
        (
            (_common(words.after, its), -len(its), _part(_common(words.after, its[:own]), own))
            for its, own in place.afters
            if turning.intersection(words.after[: len(its)]) == turning.intersection(its)
        ),
        default=None,
    )
    if before is None or after is None:
        return None
    same = before[0] + after[0]
    part, noun = _part(same, -before[1] - after[1]), after[2]
    if noun < 0:
        enough = part >= WITHOUT_NOUN
    else:
        enough = noun >= MOST or (noun >= HALF and part >= NOUN_WITH_OTHERS)
    return (same, part) if enough else None


def _part(some: int, of: int) -> float:
    """What part some words are of all; of none, less than nothing."""
    return some / of if of else -1


def _common(text: Sequence[str], template: Sequence[str]) -> int:
    """How many words of a template stand in a text, not farther off than there."""
    return sum((Counter(text[: len(template)]) & Counter(template)).values())
