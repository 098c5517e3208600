"""What is due and what was erased, for a screen: lines in Latvian and English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from inclusion_core.expr.schema import Schema
from inclusion_core.keeping.done import Done
from inclusion_core.keeping.due import Due, Held
from inclusion_core.keeping.losses import Loss, LossKind
from inclusion_core.keeping.missing import Lack, Missing
from inclusion_core.pages.lines import one_line
from inclusion_core.sources import Source
from inclusion_core.texts import Language, Text, listing, lv
from inclusion_core.truth import Truth
from inclusion_core.values import ALWAYS, NEVER
from inclusion_core.vocabulary import Vocabulary

__all__ = ["due_lines", "told_done", "told_loss"]

STATES: Mapping[Truth, Text] = {
    Truth.YES: lv("{record} {id}: jādzēš kopš {since:genitive}").en(
        "{record} {id}: due for erasure since {since}"
    ),
    Truth.NO: lv("{record} {id}: vēl jāglabā").en("{record} {id}: still to be kept"),
    Truth.UNKNOWN: lv("{record} {id}: nav zināms, vai jādzēš").en(
        "{record} {id}: not known whether it is due"
    ),
}
COUNTED = lv("Jādzēš: {due}. Vēl jāglabā: {kept}. Nav zināms: {unknown}.").en(
    "Due: {due}. Still to be kept: {kept}. Not known: {unknown}."
)
UNTIL = lv("līdz {until:dative}").en("until {until}")
SOME_DAY = lv("līdz kādai dienai no {first:genitive} līdz {last:dative}").en(
    "until some day from {first} to {last}"
)
AT_LEAST = lv("vismaz līdz {first:dative}").en("at least until {first}")
NOT_KNOWN = lv("nav zināms, līdz kurai dienai").en("it is not known until which day")
HELD = lv("  {until}: {what} ({months} mēn. pēc operācijas pēdējās dienas; {source})").en(
    "  {until}: {what} ({months} months after the last day of the operation; {source})"
)
HELD_FOR = lv("  {until}: {what} ({months} mēn. pēc pēdējās dienas: {operations}; {source})").en(
    "  {until}: {what} ({months} months after the last day of {operations}; {source})"
)
FIELDS = lv("{record}, tikai {fields}").en("{record}, only {fields}")
LACKS: Mapping[Lack, Text] = {
    Lack.LAST_DAY: lv("  trūkst: operācijas {id} pēdējā diena").en(
        "  missing: the last day of operation {id}"
    ),
    Lack.RECORD: lv("  trūkst: ieraksts, ko nosauc {record} {id} ({field})").en(
        "  missing: the record that {record} {id} names ({field})"
    ),
    Lack.OPERATION: lv("  trūkst: operācija, kuras dēļ tas tiek glabāts").en(
        "  missing: the operation for which it is held"
    ),
    Lack.HOLDING: lv("  trūkst: pamats, uz kāda to drīkst glabāt, un cik ilgi").en(
        "  missing: the ground on which it may be held, and for how long"
    ),
}
DONE = lv("{record} {id}: dzēsts {day:locative}").en("{record} {id}: erased on {day}")
DONE_FIELDS = lv("{record} {id}, {fields}: dzēsts {day:locative}").en(
    "{record} {id}, {fields}: erased on {day}"
)
BY = lv("dzēsa {who}").en("by {who}")
EARLY: Mapping[Truth, Text] = {
    Truth.YES: lv("pirms termiņa").en("before it was due"),
    Truth.NO: lv("pēc termiņa").en("when it was due"),
    Truth.UNKNOWN: lv("nav zināms, vai pirms termiņa").en("not known whether before it was due"),
}
LOSSES: Mapping[LossKind, Text] = {
    LossKind.ERASED: lv("{record} {id}: viss, versijas ar vērtībām: {versions}").en(
        "{record} {id}: everything, versions with values: {versions}"
    ),
    LossKind.PART: lv("{record} {id}: daļa, versijas ar vērtībām: {versions}").en(
        "{record} {id}: a part, versions with values: {versions}"
    ),
}


def due_lines(
    dues: Iterable[Due], schema: Schema, words: Vocabulary, language: Language
) -> Iterator[str]:
    """What is due, kept or undecided, with its reasons; at the end, of how many."""
    counted = dict.fromkeys(Truth, 0)
    for due in dues:
        counted[due.due] += 1
        for told in _due(due, schema, words):
            yield _line(told.in_(language))
    yield COUNTED.filled(
        due=counted[Truth.YES], kept=counted[Truth.NO], unknown=counted[Truth.UNKNOWN]
    ).in_(language)


def _line(words: str) -> str:
    """A line with the spaces at its beginning."""
    told = words.lstrip(" ")
    return f"{' ' * (len(words) - len(told))}{one_line(told)}"


def _due(due: Due, schema: Schema, words: Vocabulary) -> Iterator[Text]:
    named: dict[str, Text | str] = {"record": words.type_text(due.record_type), "id": due.record_id}
    if due.due_since is not None:
        yield STATES[due.due].filled(**named, since=due.due_since)
    else:
        yield STATES[due.due].filled(**named)
    grouped: dict[tuple[object, ...], list[Held]] = defaultdict(list)
    for held in due.held:
        grouped[held.holding, held.until, held.operations].append(held)
    for alike in grouped.values():
        yield _held(alike, schema, words)
    for missing in due.missing:
        yield _missing(missing, words)


def _held(alike: list[Held], schema: Schema, words: Vocabulary) -> Text:
    """What is kept until one day on one ground."""
    held = alike[0]
    slots: dict[str, Text | int] = {
        "until": _until(held),
        "what": listing(_what(each, schema, words) for each in alike),
        "months": held.holding.months,
        "source": _citation(held.holding.source),
    }
    if not held.operations:
        return HELD.filled(**slots)
    return HELD_FOR.filled(**slots, operations=listing(map(Text.same, held.operations)))


def _citation(source: Source) -> Text:
    in_latvian, in_english = (
        source.citation(language).replace("{", "{{").replace("}", "}}") for language in Language
    )
    return Text(lv=in_latvian, en=in_english, filled_in=True)


def _what(held: Held, schema: Schema, words: Vocabulary) -> Text:
    """The record type, with the fields where these are not all that it holds."""
    record = words.type_text(held.record_type)
    recorded = {field.name for field in schema[held.record_type].recorded_fields}
    others = recorded - set(held.fields)
    if not others or "id" in held.fields:
        return record
    fields = listing(words.field_text(held.record_type, name) for name in held.fields)
    return FIELDS.filled(record=record, fields=fields)


def _until(held: Held) -> Text:
    first, last = held.until
    if first == last:
        return UNTIL.filled(until=last)
    if last == NEVER:
        return NOT_KNOWN if first == ALWAYS else AT_LEAST.filled(first=first)
    return SOME_DAY.filled(first=first, last=last)


def _missing(missing: Missing, words: Vocabulary) -> Text:
    slots: dict[str, Text | str] = {
        "record": words.type_text(missing.record_type),
        "id": missing.record_id,
        "field": words.field_text(missing.record_type, missing.field),
    }
    told = LACKS[missing.lack]
    return told.filled(**{name: slots[name] for name in told.slots}) if told.slots else told


def told_done(done: Done, words: Vocabulary, language: Language) -> str:
    """An erasure in a line: of what, when, by whom, why, and whether before it was due."""
    slots: dict[str, Text | str] = {
        "record": words.type_text(done.record_type),
        "id": done.record_id,
    }
    fields = listing(words.field_text(done.record_type, name) for name in done.fields)
    told = (
        DONE_FIELDS.filled(**slots, fields=fields, day=done.erased_on)
        if done.fields
        else DONE.filled(**slots, day=done.erased_on)
    )
    parts = [
        told.in_(language),
        BY.filled(who=done.erased_by).in_(language) if done.erased_by else "",
        done.because,
        EARLY[done.before_due].in_(language),
    ]
    return one_line("; ".join(part for part in parts if part))


def told_loss(loss: Loss, words: Vocabulary, language: Language) -> str:
    """What one record loses, in a line."""
    return one_line(
        LOSSES[loss.kind]
        .filled(record=words.type_text(loss.record_type), id=loss.record_id, versions=loss.versions)
        .in_(language)
    )
