"""The numbers of a text against the sentences of a form: confirmed, wrong or not derivable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import floor

import attrs

from inclusion_core.reports.report import Report
from inclusion_core.reports.sentences.matching import Around, Place, around, best_places, places
from inclusion_core.reports.sentences.reading.tokens import Kind, Token, cleaned, tokens
from inclusion_core.reports.sentences.sentence import Sentence
from inclusion_core.reports.sentences.shown import Shown, ShownFigures
from inclusion_core.reports.sentences.telling import days_of
from inclusion_core.texts import Language, LanguageCode

__all__ = ["CheckedNumber", "Confirmation", "checked"]


class Confirmation(Enum):
    """What a report says of a number in a text."""

    CONFIRMED = "confirmed"
    WRONG = "wrong"
    NOT_DERIVABLE = "not_derivable"


@attrs.frozen(kw_only=True)
class CheckedNumber:
    """A number of a text, and what a report says of it.

    Attributes:
        written: As it stands in the text.
        line: In which line of the text, the first at 1.
        confirmation: Whether it is right.
        sentence: The id of the sentence that it belongs to; empty for none.
        slot: The slot of that sentence.
        shown: What the report shows there, and how many more there may be; ``None`` for no
            sentence.
        occurs_in: Of a number that is not derivable, the metrics of which the report shows the same
            number: perhaps one of them is meant. Nothing where the report hides the figure.
    """

    written: str
    line: int
    confirmation: Confirmation
    sentence: str = ""
    slot: str = ""
    shown: Shown | None = None
    occurs_in: tuple[str, ...] = ()


def checked(
    sentences: Iterable[Sentence], report: Report, text: str, language: LanguageCode
) -> tuple[CheckedNumber, ...]:
    """Each number of a text, in digits or in words, in the order of the text.

    A number belongs to a sentence when the words around it are those of the sentence: case,
    endings and order do not matter; words that turn the meaning, "more than", do. Days, years that
    are called such, ordinals and references are no figures. A share may be rounded to whole per
    cent. Where the report hides a figure, no number is confirmed or denied.

    Args:
        sentences: Those of the form that the report was made from.
        report: As far as it may be seen by who reads the answer.
        text: Such as an announcement to the press.
        language: That of the text.
    """
    return _Check(sentences, report, Language(language)).of(cleaned(text))


class _Check:
    def __init__(self, sentences: Iterable[Sentence], report: Report, language: Language) -> None:
        self.figures, self.language = ShownFigures(report), language
        self.found: dict[tuple[Around, bool], tuple[Place, ...]] = {}
        days = days_of(report)
        self.places = [place for each in sentences for place in places(each, days, language)]
        self.shown = {
            place: self.figures.of(place.sentence.figures[place.slot])
            for place in self.places
            if place.slot
        }

    def of(self, text: str) -> tuple[CheckedNumber, ...]:
        pieces = tokens(text, self.language)
        lines = 1
        last = 0
        found: list[CheckedNumber] = []
        for at, piece in enumerate(pieces):
            if piece.kind is Kind.NUMBER:
                lines += text.count("\n", last, piece.at)
                last = piece.at
                found += self._number(pieces, at, lines)
        return tuple(found)

    def _number(self, pieces: Sequence[Token], at: int, line: int) -> Iterable[CheckedNumber]:
        """What is said of one number; nothing of one that is none of the figures."""
        number = pieces[at]
        best = self._best(around(pieces, at), share=number.share)
        answer = CheckedNumber(
            written=number.written, line=line, confirmation=Confirmation.NOT_DERIVABLE
        )
        if number.turned:
            return (answer,)
        if any(not place.slot and _same(number, place.values) for place in best):
            return ()  # the author of the sentence wrote it
        if slots := [place for place in best if place.slot]:
            return (self._answered(answer, number, slots),)
        if number.doubtful:
            return ()
        showing = self.figures.metrics_showing
        metrics = {metric for value in number.values for metric in showing.get(value, ())}
        return (attrs.evolve(answer, occurs_in=tuple(sorted(metrics))),)

    def _best(self, words: Around, *, share: bool) -> tuple[Place, ...]:
        """The places that a number with these words around it belongs to; looked for once."""
        if (words, share) not in self.found:
            among = (place for place in self.places if place.share == share)
            self.found[words, share] = best_places(words, among, self.language)
        return self.found[words, share]

    def _answered(
        self, answer: CheckedNumber, number: Token, slots: Sequence[Place]
    ) -> CheckedNumber:
        """The answer for a number that belongs to a slot, or to one of several that are alike."""
        right = (place for place in slots if _confirms(self.shown[place], number))
        place = next(right, slots[0])
        shown = self.shown[place]
        confirmation = Confirmation.NOT_DERIVABLE
        if shown.value is not None:
            fits = _confirms(shown, number)
            confirmation = Confirmation.CONFIRMED if fits else Confirmation.WRONG
        return attrs.evolve(
            answer,
            confirmation=confirmation,
            sentence=place.sentence.id,
            slot=place.slot,
            shown=shown,
        )


def _same(number: Token, values: Iterable[Decimal]) -> bool:
    return not set(number.values).isdisjoint(values)


def _confirms(shown: Shown, number: Token) -> bool:
    """Whether a figure may be written so; a share with as many decimal places as it is written."""
    if shown.exact is None:
        return shown.value in number.values
    return any(_rounded(shown.exact, value) == value for value in number.values)


def _rounded(exact: Fraction, like: Decimal) -> Decimal:
    """A number with the decimal places of another, half of one rounded up."""
    exponent = like.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return Decimal(floor(exact * 10**places + Fraction(1, 2))).scaleb(-places)
