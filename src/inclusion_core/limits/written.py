"""A support window written out: days as files write them, Markdown, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from inclusion_core.limits.days import WindowDays
from inclusion_core.limits.limit import End
from inclusion_core.limits.sentences import sentences
from inclusion_core.pages.markdown import cell, table
from inclusion_core.texts import LanguageCode, lv
from inclusion_core.values import ABSENT, ALWAYS, NEVER, Day, DaySpan, PartialDay, Unknown, day_text

__all__ = ["as_json", "as_markdown", "fields", "json_text", "span_text"]

ENDS = lv("Kas izbeidz").en("What ends it")
LAST_DAY = lv("Pēdējā diena").en("Last day")
SOURCE = lv("Avots").en("Source")
HEADING = lv("{support}, dalība {participation}").en("{support}, participation {participation}")
UNKNOWN_SPAN = "?"
NO_SPAN = "\N{EN DASH}"


def span_text(span: DaySpan) -> str:
    """A day that lies between two others, in one short word.

    Example:
        >>> from inclusion_core.values import NOT_ASKED, day_span, parse_day
        >>> span_text(day_span(parse_day("2019-04"))), span_text(day_span(NOT_ASKED))
        ('2019-04', '?')
        >>> span_text(DaySpan(ALWAYS, parse_day("2019-04-15")))
        '..2019-04-15'
    """
    earliest, latest = span
    if earliest == NEVER:
        return NO_SPAN
    if span.exact:
        return day_text(earliest)
    if earliest == ALWAYS:
        return UNKNOWN_SPAN if latest == NEVER else f"..{day_text(latest)}"
    return f"{day_text(earliest)}.." if latest == NEVER else day_text(PartialDay(earliest, latest))


# Markdown.


def as_markdown(window: WindowDays, language: LanguageCode) -> str:
    """A heading, the limit, what there is to say of it, and all that can end it."""
    limit = window.limit
    heading = HEADING.filled(
        support=limit.support.says, participation=window.standing.participation.id
    )
    ends = [
        (each.end.says.in_(language), span_text(each.day), each.end.source.citation(language))
        for each in window.ends
    ]
    parts = (
        f"### {cell(heading.in_(language))}",
        cell(f"{limit.says.in_(language)} ({limit.source.citation(language)})"),
        "\n".join(f"- {cell(each)}" for each in sentences(window, language)),
        table([each.in_(language) for each in (ENDS, LAST_DAY, SOURCE)], ends),
    )
    return "\n\n".join(parts) + "\n"


# JSON.


def as_json(window: WindowDays, language: LanguageCode) -> str:
    """The window as a JSON document."""
    return json_text({**fields(window), "sentences": list(sentences(window, language))})


def json_text(written: Mapping[str, object]) -> str:
    """A JSON document as all of ours are laid out."""
    return f"{json.dumps(written, ensure_ascii=False, indent=2)}\n"


def fields(window: WindowDays) -> Mapping[str, object]:
    """The window in fields of JSON: days as files write them, ids for all that is declared."""
    standing, remaining = window.standing, window.remaining
    return {
        "participation": standing.participation.id,
        "client": standing.participation.client_id,
        "applicant": standing.applicant,
        "programme": window.limit.programme,
        "support": window.limit.support.id,
        "limit": window.limit.id,
        "on": window.on.isoformat(),
        "known_on": standing.known_on.isoformat(),
        "state": window.state.value,
        "first_day": _day(window.first_day),
        "first_day_between": _span(window.first),
        "last_day": _day(window.last_day),
        "last_day_between": _span(window.last),
        "remaining_days": {"least": remaining.least, "most": remaining.most},
        "ended_by": _ids(window.ended_by),
        "will_end_by": _ids(window.will_end_by),
        "may_end_by": _ids(window.may_end_by),
        "ends": [{"id": each.end.id, "last_day_between": _span(each.day)} for each in window.ends],
    }


def _day(day: Day) -> object:
    if isinstance(day, Unknown):
        return {"unknown": day.reason.value}
    return None if day is ABSENT else day_text(day)


def _span(span: DaySpan) -> Mapping[str, str | None]:
    """Both ends; ``null`` where there is none on that side."""
    return {
        "earliest": None if span.earliest in (ALWAYS, NEVER) else span.earliest.isoformat(),
        "latest": None if span.latest == NEVER else span.latest.isoformat(),
    }


def _ids(ends: Iterable[End]) -> list[str]:
    return [end.id for end in ends]
