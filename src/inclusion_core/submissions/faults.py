"""What is missing or wrong in a submission, before it may be handed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.submissions.corrections import Correction
from inclusion_core.submissions.cover import Cover
from inclusion_core.submissions.deviations import Deviation
from inclusion_core.submissions.figures import ReportedFigure
from inclusion_core.submissions.form import Duty, SubmissionForm
from inclusion_core.submissions.submission import Given
from inclusion_core.submissions.wording import DUTIES
from inclusion_core.texts import SlotValue, Text, lv

__all__ = ["faults"]

SEVERE, LIGHT = Severity.ERROR, Severity.WARNING

_KINDS: Mapping[str, tuple[Severity, Text, Text]] = {
    "cover-empty": (
        SEVERE,
        lv("titullapā nav teikts šis").en("the cover does not say this"),
        lv("ierakstiet to datos vai atbilžu datnes daļā [cover]").en(
            "record it, or say it in the part [cover] of the answers"
        ),
    ),
    "narrative-missing": (
        SEVERE,
        lv("nav teksta: {title}").en("there is no text: {title}"),
        lv("ierakstiet to atbilžu datnē").en("write it in the file of answers"),
    ),
    "narrative-too-long": (
        SEVERE,
        lv("teksts ir garāks par {longest} zīmēm: {title}").en(
            "the text has more than {longest} characters: {title}"
        ),
        lv("saīsiniet to").en("shorten it"),
    ),
    "correction-without-reason": (
        SEVERE,
        lv("iepriekšējā ziņojuma skaitlis labots, un nav teikts, kāpēc: {title}").en(
            "a figure of the last submission is corrected, and nobody says why: {title}"
        ),
        lv("ierakstiet iemeslu atbilžu datnes daļā [corrections]").en(
            "give the reason in the part [corrections] of the answers"
        ),
    ),
    "deviation-without-text": (
        SEVERE,
        lv("novirze no plānotā vairāk nekā par {threshold} %, un tā nav paskaidrota: {title}").en(
            "more than {threshold} per cent off the target, and nobody explains it: {title}"
        ),
        lv("paskaidrojiet to atbilžu datnes daļā [deviations]").en(
            "explain it in the part [deviations] of the answers"
        ),
    ),
    "target-contested": (
        LIGHT,
        lv("nav zināms, kurš no vairākiem sasniedzamajiem rādītājiem ir spēkā: {title}").en(
            "it is not known which of several targets is in force: {title}"
        ),
        lv("ierakstiet vienošanās dienas").en("record the days on which they were agreed"),
    ),
    "no-start": (
        LIGHT,
        lv("nav zināma projekta pirmā diena: kopskaitu no sākuma nav").en(
            "the first day of the operation is not known: there are no cumulative figures"
        ),
        lv("ierakstiet to vai norādiet citu dienu ar --counted-from").en(
            "record it, or name a day with --counted-from"
        ),
    ),
    "attachment-missing": (
        SEVERE,
        lv("nav pielikuma: {title}").en("there is no attachment: {title}"),
        lv("pievienojiet datni, kuras nosaukums sākas tā").en("add a file whose name begins so"),
    ),
    "not-signed": (
        SEVERE,
        lv("nav teikts, kas un kad to izdarījis: {title}").en(
            "it is not said who did it, and when: {title}"
        ),
        lv("norādiet lomu un dienu").en("name the role and the day"),
    ),
    "signed-backwards": (
        SEVERE,
        lv("diena ir pirms tās, kurā darīts iepriekšējais: {title}").en(
            "the day is before that of the step before it: {title}"
        ),
        lv("izlabojiet dienu").en("correct the day"),
    ),
    "contradictory": (
        SEVERE,
        lv("skaitļi neievēro tiem noteiktās nevienādības; ziņojums saka, kuras").en(
            "the figures break inequalities that are laid down for them; the report says which"
        ),
        lv("papildiniet vai izlabojiet datus").en("complete or mend the data"),
    ),
    "answer-to-nothing": (
        LIGHT,
        lv("atbilde uz to, kas nav jautāts").en("an answer to what is not asked"),
        lv("pārbaudiet nosaukumu vai izņemiet to").en("check its name, or take it out"),
    ),
}


def _fault(kind: str, field: str = "", **slots: SlotValue) -> Finding:
    severity, says, remedy = _KINDS[kind]
    return Finding(
        kind=f"submission.{kind}",
        says=says.filled(**slots) if slots else says,
        remedy=remedy,
        place=Place(field=field),
        severity=severity,
    )


def faults(  # noqa: PLR0913  all the parts of a submission
    form: SubmissionForm,
    cover: Cover,
    given: Given,
    *,
    figures: Iterable[ReportedFigure],
    deviations: Iterable[Deviation],
    corrections: Iterable[Correction],
    has_start: bool,
    contradictory: bool,
) -> Iterator[Finding]:
    """What is missing or wrong, in the order of the parts."""
    for name in ("operation", "contract", "beneficiary", "provider"):
        if not getattr(cover, name):
            yield _fault("cover-empty", name)
    if contradictory:
        yield _fault("contradictory")
    if not has_start:
        yield _fault("no-start")
    deviating, correcting = tuple(deviations), tuple(corrections)
    for figure in figures:
        if figure.target is not None and not figure.target.sure:
            yield _fault("target-contested", figure.metric, title=figure.says)
    for deviation in deviating:
        if not deviation.why.en:
            yield _fault(
                "deviation-without-text",
                deviation.metric,
                title=deviation.says,
                threshold=form.threshold,
            )
    for correction in correcting:
        if not correction.why.en:
            yield _fault("correction-without-reason", correction.key, title=correction.says)
    yield from _narrative(form, given)
    yield from _beside(given, form, deviating, correcting)
    yield from _attachments(form, given)
    yield from _signings(form, given)


def _narrative(form: SubmissionForm, given: Given) -> Iterator[Finding]:
    words = dict(given.narrative)
    for slot in form.narrative:
        written = words.get(slot.id)
        if written is None:
            if slot.required:
                yield _fault("narrative-missing", slot.id, title=slot.title)
        elif max(len(written.in_("lv")), len(written.in_("en"))) > slot.longest:
            yield _fault("narrative-too-long", slot.id, title=slot.title, longest=slot.longest)


def _beside(
    given: Given,
    form: SubmissionForm,
    deviations: Iterable[Deviation],
    corrections: Iterable[Correction],
) -> Iterator[Finding]:
    """Answers that belong nowhere: mostly a misspelt name."""
    asked = (
        ("narrative", given.narrative, {slot.id for slot in form.narrative}),
        ("corrections", given.reasons, {each.key for each in corrections}),
        ("deviations", given.deviations, {each.metric for each in deviations}),
    )
    for part, answers, keys in asked:
        for key, _ in answers:
            if key not in keys:
                yield _fault("answer-to-nothing", f"{part}.{key}")


def _attachments(form: SubmissionForm, given: Given) -> Iterator[Finding]:
    there = {each.slot for each in given.attachments}
    for slot in form.attachments:
        if slot.required and slot.id not in there:
            yield _fault("attachment-missing", slot.id, title=slot.title)


def _signings(form: SubmissionForm, given: Given) -> Iterator[Finding]:
    by_duty = {each.duty: each for each in given.signings}
    for duty in form.duties:
        if duty not in by_duty:
            yield _fault("not-signed", duty.value, title=DUTIES[duty])
    signed = [by_duty[duty] for duty in Duty if duty in by_duty]
    for before, after in pairwise(signed):
        if after.on < before.on:
            yield _fault("signed-backwards", after.duty.value, title=DUTIES[after.duty])
