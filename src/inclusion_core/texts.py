"""Texts that people read, in Latvian and English, as their authors wrote them.

No sentence is put together from parts of speech: an author writes it whole, in both languages,
with named slots. A Latvian slot for a day may say the case that the sentence needs:

    >>> until = lv("līdz {last_day:dative}").en("until {last_day}")
    >>> until.filled(last_day=date(2019, 4, 15)).in_("lv")
    'līdz 2019. gada 15. aprīlim'

A brace that is meant as such is doubled. Nothing here reads the settings of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

import attrs

from inclusion_core.errors import InclusionError, UnknownNameError
from inclusion_core.periods import Period

__all__ = [
    "AND",
    "OR",
    "Language",
    "LanguageCode",
    "NounCase",
    "Plural",
    "SlotError",
    "SlotValue",
    "Text",
    "TextError",
    "date_text",
    "en",
    "joined",
    "listing",
    "lv",
    "number_text",
    "period_text",
]


class Language(StrEnum):
    """A language that every text is written in."""

    LV = "lv"
    EN = "en"


LanguageCode: TypeAlias = Language | Literal["lv", "en"]
"""A language, or its code as a literal."""


class NounCase(StrEnum):
    """The case of a Latvian noun, named in a slot as ``{last_day:dative}``."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    LOCATIVE = "locative"


class TextError(InclusionError):
    """A text is written in a way that cannot be read back; the author has to correct it."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return f"this text cannot stand: {self.problem}"


class SlotError(InclusionError):
    """A text is filled with too little, too much or something that has no words.

    Attributes:
        missing: Slots of the text that nothing fills, sorted.
        extra: What was given and is no slot of the text, sorted.
        unsuitable: Slots whose value cannot be put into words there, sorted.
    """

    def __init__(
        self,
        missing: tuple[str, ...] = (),
        extra: tuple[str, ...] = (),
        unsuitable: tuple[str, ...] = (),
    ) -> None:
        super().__init__(missing, extra, unsuitable)
        self.missing = missing
        self.extra = extra
        self.unsuitable = unsuitable

    def __str__(self) -> str:
        told = [
            (self.missing, "fill {}"),
            (self.extra, "leave out {}, which the text does not have"),
            (
                self.unsuitable,
                "give {} words, a whole number or a Text, and a day where a case is named",
            ),
        ]
        return "; ".join(words.format(", ".join(names)) for names, words in told if names)


_MARK = re.compile(r"\{\{|\}\}|\{(?P<slot>[a-z][a-z0-9_]*)(?::(?P<case>[a-z]+))?\}|[{}]")
_CASES: Mapping[str, NounCase] = {case.value: case for case in NounCase}


@attrs.frozen(kw_only=True)
class Text:
    """The same words in Latvian and English, perhaps with slots still to fill.

    Attributes:
        lv: As written: slots in braces, literal braces doubled. For readers, use ``in_``.
        en: As written.
        filled_in: Values were put in. They may be a client's, so that ``repr`` shows no words.

    Raises:
        TextError: The two languages have different slots, or one of them has no words,
            or a brace or a case stands where it means nothing.

    Example:
        >>> closing = lv("Atbalsts beidzas {day:locative}.").en("Support ends on {day}.")
        >>> sorted(closing.slots)
        ['day']
        >>> closing.filled(day=date(2019, 4, 15)).in_("en")
        'Support ends on 15 April 2019.'
    """

    lv: str
    en: str
    filled_in: bool = attrs.field(default=False, eq=False)

    def __attrs_post_init__(self) -> None:
        in_latvian, in_english = _slots(self.lv, tuple(_CASES)), _slots(self.en, ())
        if in_latvian != in_english:
            uneven = ", ".join(sorted(in_latvian ^ in_english))
            raise TextError(f"only one language has {uneven}; name the same slots in both")
        if not self.filled_in and bool(self.lv.strip()) != bool(self.en.strip()):
            raise TextError("one language has no words; write both")

    @classmethod
    def same(cls, words: str) -> Text:
        """Words that are the same in every language, such as the number of an act; no slots."""
        return cls(lv=_doubled(words), en=_doubled(words))

    @property
    def slots(self) -> frozenset[str]:
        """The names of the slots still to fill."""
        return _slots(self.en, ())

    def in_(self, language: LanguageCode) -> str:
        """The words for a reader.

        Raises:
            SlotError: Slots are still to fill.
            UnknownNameError: There is no such language.
        """
        if self.slots:
            raise SlotError(missing=tuple(sorted(self.slots)))
        return self._written(language).replace("{{", "{").replace("}}", "}")

    def filled(self, /, **slots: SlotValue) -> Text:
        """The text with all its slots filled.

        Words are put in as they are and never searched for slots. Days are written out
        ("2019. gada 15. aprīlis", "15 April 2019"). A whole number is grouped from 10 000 on,
        with a no-break space in Latvian and a comma in English, so that a year stays a year.

        Raises:
            SlotError: A slot is missing, is not in the text, or has a value without words.
        """
        missing, extra = self.slots - slots.keys(), slots.keys() - self.slots
        if missing or extra:
            raise SlotError(missing=tuple(sorted(missing)), extra=tuple(sorted(extra)))
        return Text(
            lv=_filled(self.lv, slots, Language.LV),
            en=_filled(self.en, slots, Language.EN),
            filled_in=self.filled_in or bool(slots),
        )

    def _written(self, language: LanguageCode) -> str:
        match language:
            case Language.LV:
                return self.lv
            case Language.EN:
                return self.en
            case _:
                raise UnknownNameError("language", language, Language)

    def __repr__(self) -> str:
        return "Text(filled in)" if self.filled_in else f"Text(lv={self.lv!r}, en={self.en!r})"


SlotValue: TypeAlias = str | int | date | Text
"""What can fill a slot; a counted noun is a text."""


@attrs.frozen
class _Latvian:
    words: str

    def en(self, words: str) -> Text:
        """The text, now that it has its English words too."""
        return Text(lv=self.words, en=words)


@attrs.frozen
class _English:
    words: str

    def lv(self, words: str) -> Text:
        """The text, now that it has its Latvian words too."""
        return Text(lv=words, en=self.words)


def lv(words: str) -> _Latvian:
    """Begin a text with its Latvian words.

    Example:
        >>> lv("bēglis").en("refugee")
        Text(lv='bēglis', en='refugee')
    """
    return _Latvian(words)


def en(words: str) -> _English:
    """Begin a text with its English words.

    Example:
        >>> en("refugee").lv("bēglis")
        Text(lv='bēglis', en='refugee')
    """
    return _English(words)


_NO_SLOTS = frozenset[str]()


def _doubled(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def _slots(words: str, cases: tuple[str, ...]) -> frozenset[str]:
    if "{" not in words and "}" not in words:
        return _NO_SLOTS
    found = set[str]()
    for mark in _MARK.finditer(words):
        if mark[0] in {"{", "}"}:
            raise TextError(f"the {mark[0]!r} at {mark.start()} makes no slot; double it")
        if mark["case"] not in {None, *cases}:
            allowed = ", ".join(cases) or "none; only Latvian slots have one"
            raise TextError(f"{mark[0]} names a case there is not; there are: {allowed}")
        if mark["slot"]:
            found.add(mark["slot"])
    return frozenset(found)


def _filled(words: str, slots: Mapping[str, SlotValue], language: Language) -> str:
    def put(mark: re.Match[str]) -> str:
        slot, case = mark["slot"], mark["case"]
        return _doubled(_words(slot, slots[slot], case, language)) if slot else mark[0]

    return _MARK.sub(put, words)


def _words(slot: str, value: object, case: str | None, language: Language) -> str:
    if isinstance(value, date):
        return date_text(value, _CASES[case or "nominative"]).in_(language)
    if case is None and isinstance(value, str):
        return value
    if case is None and isinstance(value, Text):
        return value.in_(language)
    if case is None and isinstance(value, int) and not isinstance(value, bool):
        return number_text(value).in_(language)
    raise SlotError(unsuitable=(slot,))


_GROUPED_FROM = 10_000
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def number_text(number: int) -> Text:
    """A whole number, grouped by thousands from 10 000 on.

    Example:
        >>> number_text(12345).in_("lv") == "12\N{NO-BREAK SPACE}345"
        True
        >>> number_text(12345).in_("en"), number_text(2018).in_("en")
        ('12,345', '2018')
    """
    grouped = f"{number:,}" if abs(number) >= _GROUPED_FROM else str(number)
    return Text(lv=grouped.replace(",", _NO_BREAK_SPACE), en=grouped, filled_in=True)


@attrs.frozen(kw_only=True)
class Plural:
    """The forms of a noun beside a whole number (the plural rules of Unicode CLDR).

    Attributes:
        lv_zero: 0, 10 to 20, 30, 111 and so on: "klientu".
        lv_one: 1, 21, 101, but not 11: "klients".
        lv_other: 2 to 9, 22 and so on: "klienti".
        en_one: 1: "client".
        en_other: All others: "clients".

    Example:
        >>> clients = Plural(
        ...     lv_zero="klientu", lv_one="klients", lv_other="klienti",
        ...     en_one="client", en_other="clients",
        ... )
        >>> clients.counted(21).in_("lv"), clients.counted(21).in_("en")
        ('21 klients', '21 clients')
    """

    lv_zero: str
    lv_one: str
    lv_other: str
    en_one: str
    en_other: str

    def counted(self, number: int) -> Text:
        """The number and the form that goes with it."""
        words = number_text(number)
        return Text(
            lv=f"{words.lv} {_doubled(self._in_latvian(abs(number)))}",
            en=f"{words.en} {_doubled(self.en_one if abs(number) == 1 else self.en_other)}",
            filled_in=True,
        )

    def _in_latvian(self, number: int) -> str:
        if number % 10 == 0 or 11 <= number % 100 <= 19:
            return self.lv_zero
        return self.lv_one if number % 10 == 1 else self.lv_other


AND = lv("un").en("and")
OR = lv("vai").en("or")


def joined(parts: Iterable[Text | str], language: LanguageCode, word: Text = AND) -> str:
    """The parts as one enumeration; nothing for no parts.

    Example:
        >>> joined(["a", "b", "c"], "lv"), joined(["a", "b"], "en", OR)
        ('a, b un c', 'a or b')
    """
    words = [part if isinstance(part, str) else part.in_(language) for part in parts]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {word.in_(language)} {words[-1]}"


def listing(parts: Iterable[Text], word: Text = AND) -> Text:
    """The parts as one enumeration in both languages, to fill a slot with.

    Example:
        >>> listing([lv("vecums").en("age"), lv("statuss").en("status")]).in_("en")
        'age and status'
    """
    kept = tuple(parts)
    return Text(
        lv=_doubled(joined(kept, Language.LV, word)),
        en=_doubled(joined(kept, Language.EN, word)),
        filled_in=any(part.filled_in for part in kept),
    )


# fmt: off
_MONTHS_LV: Mapping[NounCase, tuple[str, ...]] = {
    NounCase.NOMINATIVE: (
        "janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs",
        "jūlijs", "augusts", "septembris", "oktobris", "novembris", "decembris",
    ),
    NounCase.GENITIVE: (
        "janvāra", "februāra", "marta", "aprīļa", "maija", "jūnija",
        "jūlija", "augusta", "septembra", "oktobra", "novembra", "decembra",
    ),
    NounCase.DATIVE: (
        "janvārim", "februārim", "martam", "aprīlim", "maijam", "jūnijam",
        "jūlijam", "augustam", "septembrim", "oktobrim", "novembrim", "decembrim",
    ),
    NounCase.ACCUSATIVE: (
        "janvāri", "februāri", "martu", "aprīli", "maiju", "jūniju",
        "jūliju", "augustu", "septembri", "oktobri", "novembri", "decembri",
    ),
    NounCase.LOCATIVE: (
        "janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā",
        "jūlijā", "augustā", "septembrī", "oktobrī", "novembrī", "decembrī",
    ),
}
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on


def date_text(day: date, case: NounCase = NounCase.NOMINATIVE) -> Text:
    """A day written out; the case is that of the Latvian month.

    Example:
        >>> date_text(date(2019, 4, 15)).in_("lv"), date_text(date(2019, 4, 15)).in_("en")
        ('2019. gada 15. aprīlis', '15 April 2019')
        >>> date_text(date(2019, 4, 15), NounCase.LOCATIVE).in_("lv")
        '2019. gada 15. aprīlī'
    """
    return Text(
        lv=f"{day.year}. gada {day.day}. {_MONTHS_LV[case][day.month - 1]}",
        en=f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}",
        filled_in=True,
    )


_FROM = lv("no {first_day:genitive}").en("from {first_day}")
_FROM_TO = lv("no {first_day:genitive} līdz {last_day:dative}").en("{first_day} to {last_day}")


def period_text(period: Period) -> Text:
    """A period written out; a single day is written as that day.

    Example:
        >>> pilot = period_text(Period(date(2018, 6, 1), date(2018, 11, 30)))
        >>> pilot.in_("lv")
        'no 2018. gada 1. jūnija līdz 2018. gada 30. novembrim'
        >>> pilot.in_("en")
        '1 June 2018 to 30 November 2018'
    """
    if period.last_day is None:
        return _FROM.filled(first_day=period.first_day)
    if period.last_day == period.first_day:
        return date_text(period.first_day)
    return _FROM_TO.filled(first_day=period.first_day, last_day=period.last_day)
