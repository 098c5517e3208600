"""Support windows listed: a table for a screen, Markdown, JSON and CSV, or explained one by one."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO

import attrs

from inclusion_core.limits.days import RemainingDays, WindowState
from inclusion_core.limits.sentences import sentences
from inclusion_core.limits.window import SupportWindow
from inclusion_core.limits.written import (
    NO_SPAN,
    as_markdown,
    fields,
    json_text,
    span_text,
)
from inclusion_core.pages.lines import one_line, padded, width
from inclusion_core.pages.markdown import cell, table
from inclusion_core.texts import AND, OR, Language, Text, joined, lv
from inclusion_core.values import NEVER

__all__ = ["WindowList", "WindowSection", "list_csv", "list_json", "list_markdown", "list_text"]

TITLE = lv("{programme}: atbalsta laiki {on:locative}, kā zināms {known_on:locative}").en(
    "{programme}: times of support on {on}, as known on {known_on}"
)
NONE = lv("Nav neviena.").en("None.")
HEADINGS: tuple[Text, ...] = (
    lv("Dalība").en("Participation"),
    lv("Klients").en("Client"),
    lv("Atbalsts").en("Support"),
    lv("Termiņš").en("Limit"),
    lv("Pirmā diena").en("First day"),
    lv("Pēdējā diena").en("Last day"),
    lv("Stāvoklis").en("State"),
    lv("Atlikušās dienas").en("Days left"),
    lv("Kas izbeidz").en("What ends it"),
)
LEFT_OUT = lv(
    "Nav rādīti termiņi, kas nesākas, kaut cits tā paša atbalsta termiņš sākas: {number}."
).en("Not shown are limits that never open while another of the same support does: {number}.")
WHOSE = lv("{support}, dalība {participation}, klients {client}: {state}").en(
    "{support}, participation {participation}, client {client}: {state}"
)
COLUMNS = (
    *("section", "participation", "client", "applicant", "programme", "support", "limit"),
    *("on", "known_on", "state", "first_day_earliest", "first_day_latest"),
    *("last_day_earliest", "last_day_latest", "remaining_least", "remaining_most"),
    *("ended_by", "will_end_by", "may_end_by", "explanation"),
)


@attrs.frozen(kw_only=True, repr=False)
class WindowSection:
    """Windows that stand together.

    Attributes:
        id: Names them in JSON and CSV, ``surely``.
        says: What they have in common.
        windows: The windows.
    """

    id: str
    says: Text
    windows: tuple[SupportWindow, ...]


@attrs.frozen(kw_only=True, repr=False)
class WindowList:
    """The windows of a programme, or some of them.

    Attributes:
        programme: The id of the programme.
        says: What it is called.
        on: The day of the question.
        known_on: The day on which the records were known so.
        sections: The windows.
        explained: Whether each is told in sentences.
    """

    programme: str
    says: Text
    on: date
    known_on: date
    sections: tuple[WindowSection, ...]
    explained: bool

    @property
    def title(self) -> Text:
        """What it is a list of."""
        return TITLE.filled(programme=self.says, on=self.on, known_on=self.known_on)


def list_text(listed: WindowList, language: Language) -> str:
    """The list as lines for a screen."""
    lines = [listed.title.in_(language)]
    for section in listed.sections:
        lines += ["", f"{section.says.in_(language)}:"]
        if not section.windows:
            lines.append(f"  {NONE.in_(language)}")
            continue
        shown = _shown(section.windows)
        if listed.explained:
            lines += _explained(shown, language)
        else:
            lines += _in_columns([_headings(language), *_rows(shown, language)])
        lines += _left_out(section.windows, shown, language)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _explained(windows: Sequence[SupportWindow], language: Language) -> Iterator[str]:
    for window in windows:
        participation = window.standing.participation
        yield one_line(
            WHOSE.filled(
                support=window.limit.support.says,
                participation=participation.id,
                client=participation.client_id,
                state=window.state.says,
            ).in_(language)
        )
        yield from (f"  {one_line(each)}" for each in sentences(window, language))


def _in_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    shown = [[one_line(each) for each in row] for row in rows]
    room = [max(map(width, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        yield "  " + "  ".join(padded(*each) for each in zip(row, room, strict=True))


def list_markdown(listed: WindowList, language: Language) -> str:
    """The list as Markdown."""
    parts = [f"# {cell(listed.title.in_(language))}"]
    for section in listed.sections:
        parts.append(f"## {cell(section.says.in_(language))}")
        if not section.windows:
            parts.append(NONE.in_(language))
        elif listed.explained:
            parts += [as_markdown(each, language).rstrip("\n") for each in section.windows]
        else:
            shown = _shown(section.windows)
            parts.append(table(_headings(language), _rows(shown, language)))
            parts += _left_out(section.windows, shown, language)
    return "\n\n".join(parts) + "\n"


def list_json(listed: WindowList, language: Language) -> str:
    """The list as a JSON document."""
    return json_text(
        {
            "programme": listed.programme,
            "on": listed.on.isoformat(),
            "known_on": listed.known_on.isoformat(),
            **{
                section.id: [_fields(each, listed, language) for each in section.windows]
                for section in listed.sections
            },
        }
    )


def _fields(window: SupportWindow, listed: WindowList, language: Language) -> Mapping[str, object]:
    told = {"sentences": list(sentences(window, language))} if listed.explained else {}
    return {**fields(window), **told}


def list_csv(listed: WindowList, language: Language) -> str:
    """The list as CSV: an empty cell for a day or number that has no bound on that side."""
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for section in listed.sections:
        for window in section.windows:
            told = window.explain(language) if listed.explained else ""
            writer.writerow({"section": section.id, **_flat(window), "explanation": told})
    return text.getvalue()


def _flat(window: SupportWindow) -> Mapping[str, object]:
    """The fields of a window in one row."""
    row: dict[str, object] = {}
    for name, value in fields(window).items():
        if isinstance(value, dict):
            short = name.removesuffix("_between").removesuffix("_days")
            row |= {f"{short}_{part}": inner for part, inner in value.items()}
        elif isinstance(value, bool):
            row[name] = "yes" if value else "no"
        else:
            row[name] = " ".join(map(str, value)) if isinstance(value, list) else value
    return row


def _shown(windows: Sequence[SupportWindow]) -> list[SupportWindow]:
    """The windows that a table shows: not one that never opens beside one that does."""
    opening = {_of_one(each) for each in windows if not _never_opens(each)}
    return [each for each in windows if not (_never_opens(each) and _of_one(each) in opening)]


def _never_opens(window: SupportWindow) -> bool:
    return window.state is WindowState.NEVER_OPENS


def _of_one(window: SupportWindow) -> tuple[str, str]:
    return window.standing.participation.id, window.limit.support.id


def _left_out(
    windows: Sequence[SupportWindow], shown: Sequence[SupportWindow], language: Language
) -> Iterator[str]:
    if len(shown) < len(windows):
        yield LEFT_OUT.filled(number=len(windows) - len(shown)).in_(language)


def _headings(language: Language) -> list[str]:
    return [each.in_(language) for each in HEADINGS]


def _rows(windows: Sequence[SupportWindow], language: Language) -> Iterator[list[str]]:
    for window in windows:
        participation, limit = window.standing.participation, window.limit
        surely = window.ended_by or window.will_end_by
        ends = [each.id for each in surely or window.may_end_by]
        yield [
            participation.id,
            participation.client_id,
            limit.support.id.removeprefix(f"{limit.programme}."),
            limit.id.removeprefix(f"{limit.programme}."),
            span_text(window.first),
            span_text(window.last if window.first.earliest < NEVER else window.first),
            window.state.says.in_(language),
            _left(window.remaining),
            joined(ends, language, AND if surely else OR),
        ]


def _left(remaining: RemainingDays) -> str:
    if remaining.least is None:
        return NO_SPAN
    if remaining.exact is not None:
        return str(remaining.exact)
    return f"{remaining.least}..{'' if remaining.most is None else remaining.most}"
