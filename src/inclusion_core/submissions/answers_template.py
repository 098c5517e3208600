"""The answers to fill in: a TOML document with a place for each, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.pages.lines import one_line, wrapped
from inclusion_core.submissions.corrections import Correction
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.submissions.making import Made
from inclusion_core.submissions.told_figures import counted_text
from inclusion_core.submissions.wording import ACTS, SPANS
from inclusion_core.texts import Language, Text, lv

__all__ = ["answers_template"]

ABOUT = lv(
    "Aizpildiet un nododiet ar --narrative. Tukšs teksts nav atbilde. Vienas valodas teksts der "
    'abām; divās valodās: summary.lv = "…" un summary.en = "…". Personu vārdi un kodi šeit '
    "neiederas."
).en(
    "Fill in and hand over with --narrative. An empty text is no answer. A text in one language "
    'stands for both; in two: summary.lv = "…" and summary.en = "…". Names and codes of persons '
    "do not belong here."
)
NO_MORE = lv("Ne vairāk kā {longest} zīmju.").en("Not more than {longest} characters.")
OPTIONAL = lv("Var palikt tukšs.").en("May stay empty.")
CORRECTION = lv("{says}, {span}: bija {old}, ir {new}. Citādi skaitītu: {subjects}.").en(
    "{says}, {span}: was {old}, is {new}. Counted otherwise: {subjects}."
)
RECORDS = lv("Ieraksti par tiem kopš tā laika: {act} {number}.").en(
    "Records about them since then: {act} {number}."
)
DEVIATION = lv("{says}: izpilde {per_cent} %.").en("{says}: {per_cent} % of the target.")


def answers_template(form: SubmissionForm, made: Made, language: Language) -> bytes:
    """The document, with comments in one language."""
    lines = [*_comment(ABOUT, language), "", "[cover]"]
    for name in ("operation", "contract", "beneficiary", "provider"):
        said = getattr(made.submission.cover, name)
        lines.append(f"{name} = {_quoted('')}" + (f"  # {one_line(said)}" if said else ""))
    lines += ["", "[narrative]"]
    for slot in form.narrative:
        lines += _comment(slot.title, language)
        lines += _comment(slot.asks, language)
        lines += _comment(NO_MORE.filled(longest=slot.longest), language)
        lines += [] if slot.required else _comment(OPTIONAL, language)
        lines.append(f'{slot.id} = """\n"""')
    lines += ["", "[corrections]"]
    asked: set[str] = set()
    for correction in made.submission.corrections:
        for told in _correction(correction):
            lines += _comment(told, language)
        if correction.metric not in asked:
            asked.add(correction.metric)
            lines.append(f"{_quoted(correction.key)} = {_quoted('')}")
    lines += ["", "[deviations]"]
    for each in made.submission.deviations:
        told = DEVIATION.filled(says=each.says, per_cent=f"{each.per_cent:f}")
        lines += [*_comment(told, language), f"{_quoted(each.metric)} = {_quoted('')}"]
    return ("\n".join(lines) + "\n").encode()


def _comment(text: Text, language: Language) -> list[str]:
    return [f"# {each}" for each in wrapped(one_line(text.in_(language)), 97)]


def _correction(each: Correction) -> Iterator[Text]:
    yield CORRECTION.filled(
        says=each.says,
        span=SPANS[each.span],
        old=counted_text(each.old),
        new=counted_text(each.new),
        subjects=each.subjects,
    )
    for act, number in each.acts:
        yield RECORDS.filled(act=ACTS[act], number=number)


def _quoted(words: str) -> str:
    """A string of TOML; ids have no sign that would have to be escaped."""
    return f'"{words}"'
