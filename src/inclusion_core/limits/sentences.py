"""A support window in whole sentences: until when, why, what has not happened, what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from inclusion_core.limits.days import WindowDays, WindowState, reader_of
from inclusion_core.limits.filled import filled_in
from inclusion_core.limits.limit import End
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import AND, OR, LanguageCode, Text, joined, lv
from inclusion_core.truth import Truth
from inclusion_core.values import ALWAYS, NEVER, Day, DaySpan, Reason, Unknown

__all__ = ["sentences", "until"]

UNTIL = lv("Līdz {latest:dative}: {why}.").en("Until {latest}: {why}.")
UNTIL_BETWEEN = lv("Līdz kādai dienai no {earliest:genitive} līdz {latest:dative}: {why}.").en(
    "Until some day from {earliest} to {latest}: {why}."
)
UNTIL_AT_MOST = lv("Ne ilgāk kā līdz {latest:dative}: {why}.").en(
    "Until {latest} at the latest: {why}."
)
EARLIER = lv("Varbūt īsāk: {why}.").en("Perhaps earlier: {why}.")
UNTIL_PERHAPS_EARLIER = lv("Ne ilgāk kā līdz {latest:dative}, varbūt īsāk: {why}.").en(
    "Until {latest} at the latest, perhaps earlier: {why}."
)
UNTIL_AT_LEAST = lv("Vismaz līdz {earliest:dative}, varbūt ilgāk: {why}.").en(
    "At least until {earliest}, perhaps longer: {why}."
)
UNTIL_UNKNOWN = lv("Pēdējā diena nav zināma; varētu izšķirt: {why}.").en(
    "The last day is not known; what may settle it: {why}."
)
WITHOUT_END = lv("Pēdējās dienas nav, ciktāl zināms.").en("There is no last day, as things stand.")
FROM = lv("No {first_day:genitive}.").en("From {first_day}.")
FROM_BETWEEN = lv("No kādas dienas starp {earliest:accusative} un {latest:accusative}.").en(
    "From some day between {earliest} and {latest}."
)
FROM_AT_LATEST = lv("Vēlākais no {latest:genitive}, varbūt agrāk.").en(
    "From {latest} at the latest, perhaps earlier."
)
FROM_NOT_BEFORE = lv("Ne agrāk kā no {earliest:genitive}, ja vispār.").en(
    "Not before {earliest}, if at all."
)
FROM_UNKNOWN = lv("Pirmā diena nav zināma.").en("The first day is not known.")
NOT_EXACT: Mapping[Reason, Text] = {
    Reason.NOT_ASKED: lv("Tas, no kā tas atkarīgs, nav jautāts vai pierakstīts tikai daļēji.").en(
        "What it depends on was not asked, or is recorded only in part."
    ),
    Reason.REFUSED: lv("To, no kā tas atkarīgs, klients atteicās pateikt.").en(
        "The client refused to say what it depends on."
    ),
    Reason.CLIENT_DOES_NOT_KNOW: lv("To, no kā tas atkarīgs, klients nezina.").en(
        "The client does not know what it depends on."
    ),
    Reason.CONTRADICTORY: lv("Ieraksti par to, no kā tas atkarīgs, ir pretrunīgi.").en(
        "The records contradict each other in what it depends on."
    ),
    Reason.ERASED: lv("Tas, no kā tas atkarīgs, ir dzēsts.").en("What it depends on was erased."),
}
STATES: Mapping[WindowState, Text] = {
    WindowState.NOT_BEGUN: lv("{on:locative} atbalsts vēl nav sācies.").en(
        "On {on} support has not begun."
    ),
    WindowState.ENDED: lv("{on:locative} atbalsts jau ir beidzies.").en(
        "On {on} support has ended."
    ),
    WindowState.UNKNOWN: lv("Nav zināms, vai {on:locative} atbalstu drīkst sniegt.").en(
        "Whether support may be given on {on} is not known."
    ),
}
NEVER_BEGINS = lv("Atbalsts nesākas, ciktāl zināms: pirmā diena nav pienākusi.").en(
    "Support does not begin, as things stand: its first day has not come."
)
NO_DAY_INSIDE = lv("Atbalsts sāktos tikai pēc tam: nevienas dienas nav.").en(
    "Support would begin only after that: there is no day of it."
)
AS_IF_ENTERED = lv("Klients nav iestājies: skaitīts tā, it kā iestātos {on:locative}.").en(
    "The client has not entered: counted as if they did on {on}."
)
CITED = lv("{why} ({source})").en("{why} ({source})")
DOUBT = lv("{source}: {confidence}.").en("{source}: {confidence}.")
DOUBT_NOTED = lv("{source}: {confidence}; {note}.").en("{source}: {confidence}; {note}.")


def sentences(window: WindowDays, language: LanguageCode) -> tuple[str, ...]:
    """What there is to say about a window, each thing in a sentence.

    The authors' words, filled with the days of the case where they are known.
    """
    return tuple(_Told(window=window, language=language).all())


def until(window: WindowDays, language: LanguageCode) -> str:
    """From when and until when alone, in one sentence or two."""
    return " ".join(_Told(window=window, language=language).days())


@attrs.frozen(kw_only=True)
class _Told:
    """A window while it is put into words of one language."""

    window: WindowDays
    language: LanguageCode

    def all(self) -> Iterator[str]:
        yield from self.days()
        yield from self._state()
        if self.window.standing.applicant:
            yield AS_IF_ENTERED.filled(on=self.window.on).in_(self.language)
        yield from self._doubts()

    # From when and until when.

    def days(self) -> Iterator[str]:
        if self.window.first.earliest == NEVER:
            yield NEVER_BEGINS.in_(self.language)
            return
        yield from self._first()
        yield from self._last()
        if self.window.is_empty is Truth.YES:
            yield NO_DAY_INSIDE.in_(self.language)

    def _first(self) -> Iterator[str]:
        span = self.window.first
        if not span.exact:
            told = _of_span(span, FROM_BETWEEN, FROM_AT_LATEST, FROM_NOT_BEFORE, FROM_UNKNOWN)
            yield self._with_days(told, span)
            yield from self._reason(self.window.first_day)
        elif self.window.on < span.earliest:
            yield FROM.filled(first_day=span.earliest).in_(self.language)

    def _last(self) -> Iterator[str]:
        span = self.window.last
        if span.earliest == NEVER:
            yield WITHOUT_END.in_(self.language)
            return
        told = UNTIL
        if not span.exact:
            told = _of_span(
                span, UNTIL_BETWEEN, UNTIL_PERHAPS_EARLIER, UNTIL_AT_LEAST, UNTIL_UNKNOWN
            )
        sooner = self._sooner()
        if told is UNTIL_PERHAPS_EARLIER and sooner:
            surely = [end for end in self.window.may_end_by if end not in sooner]
            yield self._with_days(UNTIL_AT_MOST, span, why=self._listed(surely, OR))
            yield EARLIER.filled(why=self._listed(sooner, OR)).in_(self.language)
        else:
            yield self._with_days(told, span, why=self._why())
        if self.window.last_day != self.window.first_day:
            yield from self._reason(self.window.last_day)

    def _sooner(self) -> list[End]:
        """What may end it, and does not settle when it ends at the latest."""
        latest = [
            each.end for each in self.window.ends if each.day.latest == self.window.last.latest
        ]
        return [end for end in self.window.may_end_by if end not in latest]

    def _with_days(self, told: Text, span: DaySpan, **slots: str) -> str:
        days = {"earliest": span.earliest, "latest": span.latest}
        own = {name: day for name, day in days.items() if name in told.slots}
        return told.filled(**own, **slots).in_(self.language)

    def _reason(self, day: Day) -> Iterator[str]:
        if isinstance(day, Unknown):
            yield NOT_EXACT[day.reason].in_(self.language)

    # What ends it.

    def _why(self) -> str:
        window = self.window
        surely = window.ended_by or window.will_end_by
        return self._listed(surely or window.may_end_by, AND if surely else OR)

    def _listed(self, ends: Iterable[End], word: Text) -> str:
        return joined(map(self._cited, ends), self.language, word)

    def _cited(self, end: End) -> str:
        told: Text | None = None
        if end.tells is not None:
            reader = reader_of(self.window.standing, self.window.on)
            told = filled_in(end.tells, self.window.standing.participation, reader)
        says = (end.says if told is None else told).in_(self.language)
        source = end.source.citation(self.language)
        return CITED.filled(why=says.removesuffix("."), source=source).in_(self.language)

    # How it stands.

    def _state(self) -> Iterator[str]:
        state = self.window.state
        if state in STATES:
            yield STATES[state].filled(on=self.window.on).in_(self.language)
        if state in (WindowState.ENDED, WindowState.NEVER_OPENS):
            return
        for each in self.window.ends:
            if each.end.open_says is not None and each.day.earliest == NEVER:
                yield _sentence(each.end.open_says.in_(self.language))

    # What is doubtful.

    def _doubts(self) -> Iterator[str]:
        """Of the limit itself, and of what ends it for this client; what does not, is no doubt."""
        window = self.window
        ends = (*window.ended_by, *window.will_end_by, *window.may_end_by)
        for source in dict.fromkeys((window.limit.source, *(end.source for end in ends))):
            if source.confidence is not Confidence.FOUND:
                yield self._doubt(source)

    def _doubt(self, source: Source) -> str:
        told = {
            "source": source.citation(self.language),
            "confidence": source.confidence.says.in_(self.language),
        }
        if source.note is None:
            return DOUBT.filled(**told).in_(self.language)
        note = source.note.in_(self.language).removesuffix(".")
        return DOUBT_NOTED.filled(**told, note=note).in_(self.language)


def _of_span(
    span: DaySpan, between: Text, at_latest: Text, not_before: Text, unknown: Text
) -> Text:
    """The words for a day that is not known to the day."""
    if span.earliest == ALWAYS:
        return unknown if span.latest == NEVER else at_latest
    return not_before if span.latest == NEVER else between


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].removesuffix('.')}."
