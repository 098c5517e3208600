"""The words of an explanation: verdict, steps, what they rest on, doubts about their sources.

The sentences of clauses are their authors'; here is what connects them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import assert_never

import attrs

from inclusion_core.expr.traces import FieldRead, ListRead, Read, RecordMissing
from inclusion_core.pages.lines import one_line
from inclusion_core.rules.explanation import Explanation, Step
from inclusion_core.rules.verdict import Verdict
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import LanguageCode, SlotValue, Text, lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, ALWAYS, PartialDay, Unknown, day_text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["DOUBTS", "OPEN", "REASONS", "RECORDS", "STEPS", "Basis", "ExplanationWords"]

VERDICTS: Mapping[Verdict, Text] = {
    Verdict.YES: lv("{question} {on:locative}: jā.").en("{question} on {on}: yes."),
    Verdict.NO: lv("{question} {on:locative}: nē.").en("{question} on {on}: no."),
    Verdict.UNDECIDED: lv(
        "{question} {on:locative}: nav izlemts, jo nav zināms viss, kas atbildi var mainīt."
    ).en("{question} on {on}: undecided, as not all is known that can change the answer."),
}
PARTICIPANT = lv("Klients {client}, dalība {participation}, kā zināms {known_on:locative}.").en(
    "Client {client}, participation {participation}, as known on {known_on}."
)
APPLICANT = lv(
    "Klients {client}, it kā programmā iestātos {on:locative}, kā zināms {known_on:locative}."
).en("Client {client}, as if they entered the programme on {on}, as known on {known_on}.")

REASONS = lv("Kas to izšķir").en("What decides it")
OPEN = lv("Kas nav zināms").en("What is not known")
STEPS = lv("Pa soļiem").en("Step by step")
RECORDS = lv("Uz kā tas balstās").en("What it rests on")
DOUBTS = lv("Šaubas par avotiem").en("Doubts about sources")

TRUTHS: Mapping[Truth, Text] = {
    Truth.YES: lv("jā").en("yes"),
    Truth.NO: lv("nē").en("no"),
    Truth.UNKNOWN: lv("nav zināms").en("not known"),
}
OUT_OF_FORCE = lv("todien nav spēkā").en("not in force on that day")
AGAINST: Mapping[Truth, Text] = {
    Truth.YES: lv("jā, un tas ir šķērslis").en("yes, which stands in the way"),
    Truth.NO: lv("nē, šķēršļa nav").en("no, so not in the way"),
    Truth.UNKNOWN: lv("nav zināms, var būt šķērslis").en("not known, may stand in the way"),
}
RECORD = lv("{type} {id}").en("{type} {id}")
FIELDS = lv("{record} \N{EN DASH} {fields}").en("{record} \N{EN DASH} {fields}")
NOTHING_BY = lv("{type}: līdz {day:dative} nav neviena ieraksta ({owner})").en(
    "{type}: nothing recorded up to {day} ({owner})"
)
FOUND = lv("{type}: {ids} ({owner})").en("{type}: {ids} ({owner})")
MAY_COME = lv("{type}: {ids}; pēc {day:genitive} var būt vēl kāds ieraksts ({owner})").en(
    "{type}: {ids}; there may be one more after {day} ({owner})"
)
MAY_BE_INCOMPLETE = lv("{type}: {ids}; nav zināms, vai viss ir ierakstīts ({owner})").en(
    "{type}: {ids}; not known whether all is recorded ({owner})"
)
NOTHING = lv("nav neviena ieraksta").en("nothing recorded")
MISSING = lv("{record}: tāda ieraksta nav").en("{record}: there is no such record")


@attrs.frozen
class Basis:
    """What an explanation rests on, numbered from 1 in the order in which it is told.

    Attributes:
        entries: What was read: all fields of one record together, each list by itself.
    """

    entries: tuple[tuple[Read, ...], ...] = attrs.field(repr=False)

    @classmethod
    def of(cls, explanation: Explanation) -> Basis:
        """All that an explanation rests on."""
        together: dict[object, list[Read]] = {}
        for read in explanation.all_reads:
            together.setdefault(_entry(read), []).append(read)
        return cls(tuple(tuple(reads) for reads in together.values()))

    def numbers(self, step: Step) -> tuple[int, ...]:
        """The numbers of what a step rests on, without the steps that are told inside it."""
        own = {_entry(read) for read in step.told_reads}
        listed = enumerate(self.entries, start=1)
        return tuple(number for number, reads in listed if _entry(reads[0]) in own)


def _entry(read: Read) -> object:
    return (read.record_type, read.record_id) if isinstance(read, FieldRead) else read


@attrs.frozen(kw_only=True)
class ExplanationWords:
    """The words of one language for explanations.

    Attributes:
        vocabulary: Words for record types, fields and codes.
        language: Which language.
    """

    vocabulary: Vocabulary
    language: LanguageCode

    def says(self, text: Text) -> str:
        """A text on one line."""
        return one_line(text.in_(self.language))

    # The answer.

    def verdict(self, explanation: Explanation) -> str:
        """The answer in a sentence."""
        words = VERDICTS[explanation.verdict]
        return self.says(words.filled(question=explanation.question.says, on=explanation.on))

    def whose(self, explanation: Explanation) -> str:
        """Whom it is about, and as of when the records are known."""
        client = one_line(explanation.client_id)
        if explanation.participation_id is None:
            days = {"on": explanation.on, "known_on": explanation.known_on}
            return self.says(APPLICANT.filled(client=client, **days))
        return self.says(
            PARTICIPANT.filled(
                client=client,
                participation=one_line(explanation.participation_id),
                known_on=explanation.known_on,
            )
        )

    def reasons_heading(self, explanation: Explanation) -> str:
        """What stands above the deciding steps."""
        return self.says(OPEN if explanation.verdict is Verdict.UNDECIDED else REASONS)

    # Steps.

    def truth(self, step: Step) -> str:
        """What a step came to, and what that means where it counts against."""
        if step.out_of_force:
            return self.says(OUT_OF_FORCE)
        return self.says((AGAINST if step.against else TRUTHS)[step.truth])

    def told(self, step: Step, cited: Source | None = None) -> str:
        """The sentence of a step, with its source unless that is cited already."""
        sentence = self.says(step.sentence).removesuffix(".")
        if step.about is not None:
            sentence = f"{self.record(*step.about)}: {sentence}"
        if step.source is not None and step.source != cited:
            sentence = f"{sentence} ({self.citation(step.source)})"
        return sentence

    # Sources.

    def citation(self, source: Source) -> str:
        """The short form of a source, and what is doubtful about it."""
        cited = one_line(source.citation(self.language))
        if source.confidence is Confidence.FOUND:
            return cited
        return f"{cited}; {self.says(source.confidence.says)}"

    def doubts(self, explanation: Explanation) -> Iterator[str]:
        """The long form of all sources about which there is a doubt, each once."""
        for source in dict.fromkeys(step.source for step in explanation.all_steps()):
            if source is not None and source.confidence is not Confidence.FOUND:
                yield one_line(source.reference(self.language))

    # What it rests on.

    def entry(self, reads: Sequence[Read]) -> str:
        """The fields of one record, a list, or a record that is not there."""
        first = reads[0]
        match first:
            case FieldRead():
                fields = ", ".join(
                    self.field(each) for each in reads if isinstance(each, FieldRead)
                )
                record = self.record(first.record_type, first.record_id)
                return self.says(FIELDS.filled(record=record, fields=fields))
            case ListRead():
                return self.listed(first)
            case RecordMissing():
                record = self.record(first.record_type, first.record_id)
                return self.says(MISSING.filled(record=record))
            case _:
                assert_never(first)

    def record(self, record_type: str, record_id: str) -> str:
        """A record by its type and key."""
        type_says = self.vocabulary.type_text(record_type)
        return self.says(RECORD.filled(type=type_says, id=one_line(record_id)))

    def field(self, read: FieldRead) -> str:
        """A field and what stands in it."""
        called = one_line(self.vocabulary.field(read.record_type, read.field, self.language))
        return f"{called}: {self.value(read.value)}"

    def value(self, value: object) -> str:
        """What a field holds; in parentheses where that is nothing, or not known."""
        match value:
            case Unknown():
                return f"({self.vocabulary.code(value.reason, self.language)})"
            case Enum():
                code = one_line(self.vocabulary.code(value, self.language))
                return f"({code})" if value is ABSENT else code
            case date() | PartialDay():
                return day_text(value)
            case _:
                return one_line(str(value))

    def listed(self, read: ListRead) -> str:
        """The records of a list, and whether one more may come to it."""
        slots: dict[str, SlotValue] = {
            "type": self.vocabulary.type_text(read.record_type),
            "owner": self.record(read.owner_type, read.owner_id),
            "ids": ", ".join(map(one_line, read.record_ids)) or NOTHING,
        }
        if read.complete_through is not None:
            slots["day"] = read.complete_through
        words = _list_words(read)
        return self.says(words.filled(**{slot: slots[slot] for slot in words.slots}))


def _list_words(read: ListRead) -> Text:
    if read.complete_through is None:
        return FOUND
    if read.complete_through == ALWAYS:
        return MAY_BE_INCOMPLETE
    return MAY_COME if read.record_ids else NOTHING_BY
