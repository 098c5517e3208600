"""Where a rule, limit, parameter or metric comes from, and how sure that is."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import attrs

from inclusion_core.texts import LanguageCode, Text, lv

__all__ = ["Confidence", "Source"]


class Confidence(StrEnum):
    """How a statement is known to come from its source."""

    FOUND = "found"
    """Read in the text itself."""
    PUBLISHED = "published"
    """Read in an announcement or report about it."""
    REMEMBERED = "remembered"
    """Written from memory; to be checked against the text."""
    OWN_READING = "own_reading"
    """An interpretation that no text states."""

    @property
    def says(self) -> Text:
        """The words for a reader of a report."""
        return _SAYS[self]


_SAYS = {
    Confidence.FOUND: lv("lasīts pašā tekstā").en("read in the text itself"),
    Confidence.PUBLISHED: lv("pēc publicēta paziņojuma").en("from a published announcement"),
    Confidence.REMEMBERED: lv("pēc atmiņas, jāpārbauda").en("from memory, to be checked"),
    Confidence.OWN_READING: lv("pašu interpretācija").en("our own reading"),
}


_NO_WORDS = Text.same("")


def _text(words: Text | str) -> Text:
    return Text.same(words) if isinstance(words, str) else words


@attrs.frozen
class Source:
    """An act, contract, handbook or announcement, or one place in it.

    A plain string stands for the same words in both languages.

    Attributes:
        title: As a reader would look it up.
        issued: Day on the document; None where it bears none, or none is known.
        short: The title in citations; the full title where empty.
        place: The point, article or annex; empty for the whole document.
        read_as: Which text was read, such as "consolidated text".
        found_at: Where the text is kept, such as "likumi.lv 280230" or "CELEX 32013R1304".
        confidence: How sure it is that the source says so.
        note: What a reader should know besides, such as what the text leaves open.

    Example:
        >>> mk102 = Source(
        ...     "Ministru kabineta noteikumi Nr. 102",
        ...     issued=date(2016, 2, 9),
        ...     short="MK noteikumi Nr. 102",
        ... )
        >>> mk102.point("32.2").citation("lv")
        'MK noteikumi Nr. 102 (2016-02-09), 32.2'
    """

    title: Text = attrs.field(converter=_text)
    issued: date | None = attrs.field(default=None, kw_only=True)
    short: Text = attrs.field(default=_NO_WORDS, converter=_text, kw_only=True)
    place: Text = attrs.field(default=_NO_WORDS, converter=_text, kw_only=True)
    read_as: Text = attrs.field(default=_NO_WORDS, converter=_text, kw_only=True)
    found_at: str = attrs.field(default="", kw_only=True)
    confidence: Confidence = attrs.field(default=Confidence.FOUND, kw_only=True)
    note: Text | None = attrs.field(default=None, kw_only=True)

    def at(self, place: Text | str) -> Source:
        """The same document at this place, instead of the one named before.

        Example:
            >>> act = Source(lv("Regula Nr. 1182/71").en("Regulation No 1182/71"))
            >>> act.at(lv("3. panta 4. punkts").en("Article 3(4)")).citation("en")
            'Regulation No 1182/71, Article 3(4)'
        """
        return attrs.evolve(self, place=place)

    def point(self, number: str) -> Source:
        """The same document at this point, or at these: ``"32.2"``, ``"4.1, 4.2"``."""
        return self.at(number)

    def article(self, number: str) -> Source:
        """The same document at this article, numbered as in both languages.

        Example:
            >>> Source("1182/71").article("3").citation("lv")
            '1182/71, 3. pants'
        """
        return self.at(Text(lv=f"{number}. pants", en=f"Article {number}"))

    def annex(self, number: str) -> Source:
        """The same document at this annex.

        Example:
            >>> Source("1304/2013").annex("I").citation("en")
            '1304/2013, Annex I'
        """
        return self.at(Text(lv=f"{number} pielikums", en=f"Annex {number}"))

    def own_reading(self, note: Text) -> Source:
        """The same place, for what we read into it; the note says what the text leaves open.

        Example:
            >>> aged = Source("MK 102").point("3.1.2").own_reading(
            ...     lv("50 gadu vecumu ieskaitot").en("the age of 50 included")
            ... )
            >>> aged.reference("en")
            'MK 102, 3.1.2; our own reading; the age of 50 included'
        """
        return attrs.evolve(self, confidence=Confidence.OWN_READING, note=note)

    def citation(self, language: LanguageCode) -> str:
        """The short form: title, day and place."""
        return self._cited(self.short.in_(language) or self.title.in_(language), language)

    def reference(self, language: LanguageCode) -> str:
        """The long form: with the full title, the text that was read, doubts and the note."""
        unsure = self.confidence is not Confidence.FOUND
        parts = (
            self._cited(self.title.in_(language), language),
            self.read_as.in_(language),
            self.found_at,
            self.confidence.says.in_(language) if unsure else "",
            self.note.in_(language) if self.note else "",
        )
        return "; ".join(part for part in parts if part)

    def _cited(self, title: str, language: LanguageCode) -> str:
        issued = f" ({self.issued.isoformat()})" if self.issued else ""
        place = self.place.in_(language)
        return f"{title}{issued}, {place}" if place else f"{title}{issued}"
