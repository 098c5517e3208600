"""Sentences told from a report: what it hides they leave out, and say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

import attrs

from inclusion_core.reports.formats.wording import value_text
from inclusion_core.reports.report import Mark, Report, Section
from inclusion_core.reports.sentences.sentence import OF_THE_REPORT, Sentence
from inclusion_core.reports.sentences.shown import Shown, ShownFigures, WhyNot
from inclusion_core.texts import Language, Plural, SlotValue, Text, lv, period_text

__all__ = ["SENTENCES", "Told", "days_of", "remark_on", "told", "with_sentences"]

SENTENCES = "sentences"
"""The id of the section of sentences."""
TITLE = lv("Teikumos").en("In sentences")
MORE = lv("{sentence} {remark}").en("{sentence} {remark}")
MAY_BE_MORE = lv("({what}: par vēl {unknown} atbilde nav zināma.)").en(
    "({what}: for {unknown} more the answer is not known.)"
)
MAY_BE_SOME_MORE = lv("({what}: par dažiem atbilde nav zināma; par cik, nav rādīts.)").en(
    "({what}: for some more the answer is not known; for how many is not shown.)"
)
LEFT_OUT = lv('Teikums "{sentence}" ir izlaists: {why}.').en(
    'The sentence "{sentence}" is left out: {why}.'
)


@attrs.frozen(kw_only=True)
class Told:
    """A sentence with the figures of a report, or why it is left out.

    Attributes:
        sentence: What was to be told.
        shown: What the report shows of each figure, by slot.
        says: The sentence in words; ``None`` where one of its figures is no number.
        why_not: Why it is left out, each reason once; nothing for a sentence that is told.
        remarks: For which figures there may be more, since an answer is not known.
    """

    sentence: Sentence
    shown: Mapping[str, Shown] = attrs.field(hash=False)
    says: Text | None
    why_not: tuple[WhyNot, ...] = ()
    remarks: tuple[Text, ...] = ()

    @property
    def paragraph(self) -> Text:
        """The sentence with its remarks; or that it is left out, and why."""
        if self.says is None:
            why = self.why_not[0].says
            return LEFT_OUT.filled(sentence=self.sentence.id, why=why)
        paragraph = self.says
        for remark in self.remarks:
            paragraph = MORE.filled(sentence=paragraph, remark=remark)
        return paragraph


def told(sentence: Sentence, report: Report) -> Told:
    """A sentence with the figures that the cells of a report show.

    A sentence of which one figure is hidden, not collected or not in the report is left out. So is
    a rest of which it is not known who belongs to it. A figure that may be greater, since for some
    the answer is not known, is told as the report tells it, with a remark.
    """
    return _told(sentence, ShownFigures(report), days_of(report))


def with_sentences(report: Report, sentences: Iterable[Sentence]) -> Report:
    """The report with its sentences in a last section; a report without any stays as it is.

    Where figures are hidden, ask for it after they are: the sentences then hide them too.
    """
    figures, days = ShownFigures(report), days_of(report)
    paragraphs = tuple(_told(each, figures, days).paragraph for each in sentences)
    if not paragraphs:
        return report
    kept = tuple(section for section in report.sections if section.id != SENTENCES)
    section = Section(id=SENTENCES, title=TITLE, paragraphs=paragraphs)
    return attrs.evolve(report, sections=(*kept, section))


def days_of(report: Report) -> Mapping[str, SlotValue]:
    """What fills the slots that are no figures."""
    made = report.provenance
    return {"period": period_text(made.period), "status_day": made.status_day}


def _told(sentence: Sentence, figures: ShownFigures, days: Mapping[str, SlotValue]) -> Told:
    shown = {slot: figures.of(figure) for slot, figure in sentence.figures.items()}
    reasons = {each.why_not: None for each in shown.values() if each.why_not is not None}
    if reasons:
        return Told(sentence=sentence, shown=shown, says=None, why_not=tuple(reasons))
    numbers = {slot: _words(each, sentence.nouns.get(slot)) for slot, each in shown.items()}
    asked = {slot: days[slot] for slot in sentence.says.slots & OF_THE_REPORT}
    return Told(
        sentence=sentence,
        shown=shown,
        says=sentence.says.filled(**numbers, **asked),
        remarks=tuple(
            dict.fromkeys(remark for each in shown.values() if (remark := remark_on(each)))
        ),
    )


def _words(shown: Shown, noun: Plural | None) -> Text:
    """A number in both languages, with its noun or the sign for per cent."""
    value = shown.value if shown.value is not None else Decimal()
    if noun is not None:
        return noun.counted(int(value))
    sign = "\N{NO-BREAK SPACE}%" if shown.is_share else ""
    in_latvian, in_english = (value_text(value, language) for language in Language)
    return Text(lv=f"{in_latvian}{sign}", en=f"{in_english}{sign}", filled_in=True)


def remark_on(shown: Shown) -> Text | None:
    """That there may be more than a report shows, if so."""
    if not shown.unknown:
        return None
    what = shown.what or Text.same(shown.metric)
    if isinstance(shown.unknown, Mark):
        return MAY_BE_SOME_MORE.filled(what=what)
    return MAY_BE_MORE.filled(what=what, unknown=shown.unknown)
