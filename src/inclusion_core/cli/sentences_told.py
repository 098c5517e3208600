"""How ``sentences`` tells of the numbers of a text: in words, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from inclusion_core.reports.formats.wording import value_text
from inclusion_core.reports.report import Mark
from inclusion_core.reports.sentences.checking import CheckedNumber, Confirmation
from inclusion_core.reports.sentences.shown import Shown
from inclusion_core.reports.sentences.telling import Told, remark_on
from inclusion_core.texts import Language, Text, lv

__all__ = ["Json", "as_json", "number_line", "summed_up"]

Json: TypeAlias = "str | int | bool | Mapping[str, Json] | Sequence[Json] | None"

IN_LINE = lv("{line}. rinda: {written}: {answer}").en("line {line}: {written}: {answer}")
CONFIRMED = lv("apstiprināts: {what} ({metric})").en("confirmed: {what} ({metric})")
WRONG = lv("nepareizs, jābūt {value}: {what} ({metric})").en(
    "wrong, should be {value}: {what} ({metric})"
)
HIDDEN = lv("nav izsecināms: {why}").en("not derivable: {why}")
NO_SENTENCE = lv("nav izsecināms").en("not derivable")
ELSEWHERE = lv("nav izsecināms; tas pats skaitlis ziņojumā ir: {metrics}").en(
    "not derivable; the report shows the same number of: {metrics}"
)
SUMMED_UP = lv(
    "Skaitļi: apstiprināti {confirmed}, nepareizi {wrong}, nav izsecināmi {not_derivable}."
).en("Numbers: {confirmed} confirmed, {wrong} wrong, {not_derivable} not derivable.")


def number_line(number: CheckedNumber, language: Language) -> str:
    """One number of a text, with what is said of it, on one line."""
    answer, remark = _answer(number, language), None
    if number.shown is not None:
        remark = remark_on(number.shown)
    told = IN_LINE.filled(line=number.line, written=number.written, answer=answer)
    return f"{told.in_(language)} {remark.in_(language) if remark else ''}".rstrip(" ")


def _answer(number: CheckedNumber, language: Language) -> Text:
    shown = number.shown
    if shown is None:
        if number.occurs_in:
            return ELSEWHERE.filled(metrics=", ".join(number.occurs_in))
        return NO_SENTENCE
    if shown.why_not is not None:
        return HIDDEN.filled(why=shown.why_not.says)
    what, metric = shown.what or Text.same(shown.metric), shown.metric
    if number.confirmation is Confirmation.CONFIRMED:
        return CONFIRMED.filled(what=what, metric=metric)
    return WRONG.filled(value=_value(shown, language), what=what, metric=metric)


def _value(shown: Shown, language: Language) -> str:
    """What should stand in the text."""
    value = "" if shown.value is None else value_text(shown.value, language)
    return f"{value}\N{NO-BREAK SPACE}%" if shown.is_share else value


def summed_up(numbers: Sequence[CheckedNumber]) -> Text:
    """How many numbers have which answer."""
    many = Counter(each.confirmation for each in numbers)
    return SUMMED_UP.filled(**{each.value: many[each] for each in Confirmation})


def as_json(
    form: str, sentences: Sequence[Told], numbers: Sequence[CheckedNumber] | None
) -> Mapping[str, Json]:
    """The sentences in both languages; the numbers of a text, where one was checked."""
    whole: dict[str, Json] = {"form": form, "sentences": [_sentence(each) for each in sentences]}
    if numbers is not None:
        whole["numbers"] = [_number(each) for each in numbers]
    return whole


def _sentence(each: Told) -> Mapping[str, Json]:
    return {
        "id": each.sentence.id,
        "says": None if each.says is None else _both(each.says),
        "why_not": [why.value for why in each.why_not],
        "remarks": [_both(remark) for remark in each.remarks],
    }


def _both(text: Text) -> Mapping[str, Json]:
    return {language.value: text.in_(language) for language in Language}


def _number(number: CheckedNumber) -> Mapping[str, Json]:
    return {
        "written": number.written,
        "line": number.line,
        "confirmation": number.confirmation.value,
        "sentence": number.sentence,
        "slot": number.slot,
        "shown": None if number.shown is None else _shown(number.shown),
        "occurs_in": number.occurs_in,
    }


def _shown(shown: Shown) -> Mapping[str, Json]:
    """What the report shows: the number as a text, since a share may have a decimal place."""
    unknown = shown.unknown
    return {
        "metric": shown.metric,
        "value": None if shown.value is None else str(shown.value),
        "share": shown.is_share,
        "unknown": {"mark": unknown.value} if isinstance(unknown, Mark) else unknown,
        "why_not": None if shown.why_not is None else shown.why_not.value,
    }
