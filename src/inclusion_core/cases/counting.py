"""Figures for one person, by the very counting that reports use, and what decided them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from inclusion_core.cases.answers import Answer, Said, number_answer
from inclusion_core.cases.belonging import is_theirs
from inclusion_core.expr.decisive import decisive_reads
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.traces import FieldRead, Read
from inclusion_core.expr.tracing import TracingReader
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.building import counted_records
from inclusion_core.facts.moments import report_days
from inclusion_core.fields import Record
from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.figures import Figure as CountedFigure
from inclusion_core.metrics.metric import Metric
from inclusion_core.model.client import Client
from inclusion_core.pages.lines import hanging
from inclusion_core.periods import Period
from inclusion_core.rules.written.wording import ExplanationWords
from inclusion_core.texts import LanguageCode, lv
from inclusion_core.truth import Truth
from inclusion_core.vocabulary import Vocabulary

__all__ = ["Counted"]

COLUMNS = 100
COUNTED = lv(
    "{heading}, {period}: ieskaitīti {counted}, nav zināmi {unknown}, vēl atvērti {open}"
).en("{heading}, {period}: counted {counted}, not known {unknown}, still open {open}")
NOBODY = lv("Neviens ieraksts, ko tas skaita, šai personai nepieder.").en(
    "No record that it counts belongs to this person."
)
ASKED = lv("{record}: jautāts: {asked}; ieskaitīts: {counted}").en(
    "{record}: asked about: {asked}; counted: {counted}"
)
RESTS_ON = lv("balstās uz: {read}").en("rests on: {read}")
TRUTHS = {
    Truth.YES: lv("jā").en("yes"),
    Truth.NO: lv("nē").en("no"),
    Truth.UNKNOWN: lv("nav zināms").en("not known"),
}


@attrs.frozen
class _Theirs(Records):
    """Records of which only some of one type are counted; all can be reached as ever.

    Attributes:
        counted: The type, and those of its records.
    """

    counted: tuple[str, tuple[Record, ...]] = attrs.field(kw_only=True, repr=False)

    def of_type(self, record_type: str) -> Sequence[Record]:
        """All records of a type, or those of them that are counted."""
        name, theirs = self.counted
        return theirs if record_type == name else super().of_type(record_type)


@attrs.frozen(kw_only=True, repr=False)
class Counted:
    """What a metric counts of all, or of what belongs to one person.

    Attributes:
        metric: The metric.
        period: The period reported on; its last day is the day that "now" stands for.
        records: What is counted.
        known_on: The day up to which it is known.
    """

    metric: Metric
    period: Period
    records: Records
    known_on: date

    @classmethod
    def of(
        cls, metric: Metric, period: Period, records: Records, known_on: date, client: Client | None
    ) -> Counted:
        """What is counted of somebody; of all where nobody is named."""
        if client is not None:
            counted = metric.subject if metric.table is None else metric.table.subject
            name = counted.record_type
            own = tuple(each for each in records.of_type(name) if is_theirs(each, client, records))
            records = _Theirs(records.schema, records.by_type, counted=(name, own))
        return cls(metric=metric, period=period, records=records, known_on=known_on)

    @property
    def parameters(self) -> Parameters:
        """What the metric is asked with."""
        days = report_days(self.period, self.period.last_day or self.known_on)
        return assumed(days, self.metric.all_assumptions)

    @property
    def figure(self) -> CountedFigure:
        """The figure."""
        figures = count_records(
            (self.metric,), self.records, self.parameters, known_on=self.known_on
        )
        return figures[self.metric.id]

    def number(self) -> Answer:
        """The figure as an answer."""
        return number_answer(self.figure.value)

    def word(self) -> Said:
        """Whether anything is counted."""
        tally = self.figure.total
        for number, word in (
            (tally.counted, Said.COUNTED),
            (tally.unknown, Said.NOT_KNOWN),
            (tally.open, Said.NOT_YET),
        ):
            if number:
                return word
        return Said.NOT_COUNTED

    # Why.

    def explained(self, language: LanguageCode, vocabulary: Vocabulary) -> str:
        """What the metric says, how many there are, and what decided each that was looked at."""
        if self.metric.table is not None:
            vocabulary = vocabulary.joined((self.metric.table.words,))
        words = ExplanationWords(vocabulary=vocabulary, language=language)
        lines = (("", self._heading(words)), *self._notes(words), *self._subjects(words))
        return "\n".join(line for first, told in lines for line in hanging(first, told, COLUMNS))

    def _heading(self, words: ExplanationWords) -> str:
        total = self.figure.total
        says = self.metric.says
        status_day = dict.fromkeys(says.slots, self.period.last_day or self.known_on)
        told = COUNTED.filled(
            heading=says.filled(**status_day),
            period=str(self.period),
            counted=total.counted,
            unknown=total.unknown,
            open=total.open,
        )
        return words.says(told)

    def _notes(self, words: ExplanationWords) -> Iterator[tuple[str, str]]:
        source = self.metric.source
        for note in self.metric.notes[:1]:
            if not note.slots:
                yield "  ", f"{words.says(note)} ({words.citation(source)})"

    def _subjects(self, words: ExplanationWords) -> Iterator[tuple[str, str]]:
        counted = counted_records(self.metric.table, self.records, self.parameters)
        reader = TracingReader(counted, parameters=self.parameters, known_on=self.known_on)
        subjects = reader.records.of_type(self.metric.subject.record_type)
        if not subjects:
            yield "  - ", words.says(NOBODY)
        for record in subjects:
            yield from self._subject(record, reader, words)

    def _subject(
        self, record: Record, reader: TracingReader, words: ExplanationWords
    ) -> Iterator[tuple[str, str]]:
        asked = reader.trace(self.metric.universe, record)
        where = reader.trace(self.metric.where, record)
        called = words.record(self.metric.subject.record_type, record.id)
        truths = [Truth.UNKNOWN if each.truth is None else each.truth for each in (asked, where)]
        told = ASKED.filled(
            record=called, asked=TRUTHS[truths[0]], counted=TRUTHS[truths[0] & truths[1]]
        )
        yield "  - ", words.says(told)
        decisive = (asked,) if truths[0] is Truth.NO else (asked, where)
        reads = dict.fromkeys(read for trace in decisive for read in decisive_reads(trace))
        for entry in _together(reads):
            yield "    ", words.says(RESTS_ON.filled(read=words.entry(entry)))


def _together(reads: dict[Read, None]) -> Iterator[tuple[Read, ...]]:
    """All fields of one record together, each list by itself."""
    found: dict[object, list[Read]] = {}
    for read in reads:
        key = (read.record_type, read.record_id) if isinstance(read, FieldRead) else read
        found.setdefault(key, []).append(read)
    return (tuple(each) for each in found.values())
