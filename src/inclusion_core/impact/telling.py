"""What moved, in lines for a screen: the figures first, then who moved them, and why."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.impact.lines import (
    clause_line,
    figure_line,
    group_line,
    subject_line,
    version_line,
)
from inclusion_core.impact.moved import AssumptionMoved, Impact, MetricImpact, Moved, OnlyIn
from inclusion_core.reports.report import Provenance
from inclusion_core.texts import Text, listing, lv, period_text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["MOST", "told"]

MOST = 20
"""How many figures, and how many subjects and versions of each, are told."""

TITLE = lv("Kas mainās: {form}, {period}").en("What moves: {form}, {period}")
BEFORE = lv("Iepriekš: {made_from}").en("Before: {made_from}")
AFTER = lv("Tagad: {made_from}").en("Now: {made_from}")
MADE_FROM = lv("kā zināms {known_on:locative}; {versions}").en("as known on {known_on}; {versions}")
OTHER_DATA = lv(
    "Dati ir citi, lai gan zināmi tajā pašā dienā: ieraksti mainīti bez jaunas dienas, vai tas ir "
    "cits avots."
).en(
    "The data are others, although known on the same day: records were changed without a new day, "
    "or they come from elsewhere."
)
ERASED = lv("Starplaikā dzēsti ieraksti: {listed}. Kam tie piederēja, var vairs nebūt zināms.").en(
    "Records were erased in between: {listed}. Whose they were may not be known any more."
)
HOW_MANY = lv("{record}: {number}").en("{record}: {number}")
NOTHING = lv("Skaitļi un skaitāmie nemainās.").en("No figure and nobody moves.")
FIGURES = lv("Skaitļi, kas mainās: {number} no {all}").en("Figures that move: {number} of {all}")
ONLY = {
    OnlyIn.BEFORE: lv("    tikai iepriekš: tagad tāda rādītāja nav").en(
        "    only before: there is no such metric now"
    ),
    OnlyIn.AFTER: lv("    tikai tagad: iepriekš tāda rādītāja nebija").en(
        "    only now: there was no such metric before"
    ),
}
WHO = lv("Kas mainās: {says}").en("Who moves: {says}")
ASSUMED = lv("Pieņēmums {id}: {before}, tad {after}").en("Assumption {id}: {before}, then {after}")
SENTENCE = lv("  {says}").en("  {says}")
BY_ASSUMPTION = lv("  pieņēmums {id}: {before}, tad {after}").en(
    "  assumption {id}: {before}, then {after}"
)
STILL = lv("Definēts citādi, un nekas nemainās: {says}").en(
    "Defined otherwise, and nothing moves: {says}"
)
DEFINED = lv("  definīcija: {says}").en("  definition: {says}")
NO_REASON = lv("    neviens ieraksts par to starplaikā nav rakstīts").en(
    "    no record that touches it was written in between"
)
MORE = lv("  un vēl {number}").en("  and {number} more")
NONE = lv("nav").en("none")


def told(impact: Impact, words: Vocabulary, *, most: int = MOST) -> Iterator[Text]:
    """The lines, in both languages; ids of persons are among them.

    Args:
        impact: What moved.
        words: What record types are called.
        most: How many figures to tell, and how many subjects of each; 0 for the figures alone.
    """
    return _Telling(words, most).lines(impact)


@attrs.frozen
class _Telling:
    words: Vocabulary
    most: int

    def lines(self, impact: Impact) -> Iterator[Text]:
        before, after = impact.before, impact.after
        yield TITLE.filled(form=impact.form, period=period_text(after.period))
        yield BEFORE.filled(made_from=_made_from(before))
        yield AFTER.filled(made_from=_made_from(after))
        if before.known_on == after.known_on and before.fingerprint != after.fingerprint:
            yield OTHER_DATA
        if impact.erased:
            yield ERASED.filled(listed=listing(map(self._number, impact.erased.items())))
        every = {each.id: each for metric in impact.metrics for each in metric.assumptions}
        for key in sorted(every):
            yield _assumption(ASSUMED, every[key])
            yield from (SENTENCE.filled(says=each) for each in every[key].says)
        for metric in impact.metrics:
            if metric.definition and not metric.is_moved:
                yield STILL.filled(says=metric.says)
                yield from (DEFINED.filled(says=each) for each in metric.definition)
        moved = impact.moved
        if not moved:
            yield NOTHING
            return
        yield FIGURES.filled(number=len(moved), all=len(impact.metrics))
        for each in moved:
            yield from self._figures(each)
        for each in moved:
            yield from self._who(each)

    def _number(self, erased: tuple[str, int]) -> Text:
        record_type, number = erased
        return HOW_MANY.filled(record=self.words.type_text(record_type), number=number)

    def _figures(self, impact: MetricImpact) -> Iterator[Text]:
        figure, *groups = impact.figures
        yield figure_line(impact.says, figure)
        if impact.only is not None:
            yield ONLY[impact.only]
        yield from (group_line(each) for each in groups[: self._groups])
        yield from _more(len(groups) - self._groups)

    @property
    def _groups(self) -> int:
        return max(self.most, 1)

    def _who(self, impact: MetricImpact) -> Iterator[Text]:
        causes = [*self._causes(impact)]
        if not (impact.moved or causes):
            return
        yield WHO.filled(says=impact.says)
        yield from causes
        explained = bool(causes)
        for each in impact.moved[: self.most]:
            yield from self._subject(each, impact, explained=explained)
        yield from _more(len(impact.moved) - self.most)

    def _causes(self, impact: MetricImpact) -> Iterator[Text]:
        yield from (_assumption(BY_ASSUMPTION, each) for each in impact.assumptions)
        yield from (DEFINED.filled(says=each) for each in impact.definition)

    def _subject(self, moved: Moved, impact: MetricImpact, *, explained: bool) -> Iterator[Text]:
        yield subject_line(moved, impact, self.words)
        versions = moved.versions[: self._groups]
        yield from (version_line(each, self.words) for each in versions)
        yield from _more(len(moved.versions) - self._groups)
        yield from map(clause_line, moved.clauses)
        if not (moved.versions or moved.clauses or explained):
            yield NO_REASON


def _made_from(provenance: Provenance) -> Text:
    versions = [Text.same(f"{name} {version}") for name, version in provenance.versions]
    return MADE_FROM.filled(
        known_on=provenance.known_on, versions=listing(versions) if versions else NONE
    )


def _assumption(words: Text, moved: AssumptionMoved) -> Text:
    return words.filled(
        id=moved.id,
        before=NONE if moved.before is None else moved.before,
        after=NONE if moved.after is None else moved.after,
    )


def _more(number: int) -> Iterator[Text]:
    if number > 0:
        yield MORE.filled(number=number)
