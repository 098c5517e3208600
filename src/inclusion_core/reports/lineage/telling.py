"""A traced cell told: in lines for a screen, or in fields of JSON for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inclusion_core.pages.lines import one_line
from inclusion_core.reports.formats.json_text import cell_json
from inclusion_core.reports.formats.wording import cell_text, origin, says
from inclusion_core.reports.lineage.tracing import Traced, TracedCell, TracedMembers
from inclusion_core.reports.lineage.words import TracingWords
from inclusion_core.texts import Language, Text, lv, number_text

__all__ = ["json_fields", "told"]

SHOWN = lv("{row}, {column}: {value}").en("{row}, {column}: {value}")
PEOPLE = lv("aiz tā: personas {persons}, mājsaimniecības ne mazāk par {households}").en(
    "behind it: persons {persons}, households at least {households}"
)
NO_CLIENTS = lv("aiz tā nav klientu").en("no clients are behind it")
MEMBERS = lv("kas skaitīti ({number}): {ids}").en("members ({number}): {ids}")
MORE = lv("un vēl {number}").en("and {number} more")
NONE = lv("neviens").en("nobody")


def told(
    cell: TracedCell, words: TracingWords, language: Language, *, most: int | None = None
) -> Iterator[str]:
    """The cell in lines: what it shows, what it is made of, who is behind it, and of which data.

    What a case explained has recorded of it is told as well: the lines are for a screen, and not
    for a log.

    Args:
        cell: The cell.
        words: Its words.
        language: Of the lines.
        most: How many members to name; ``None`` for all.
    """
    place = cell.place
    shown = SHOWN.filled(
        row=Text.same(says(place.row.heading, language)),
        column=Text.same(says(place.table.columns[place.column - 1], language)),
        value=Text.same(cell_text(place.cell, language)),
    )
    yield f"{place.written}: {says(shown, language)}"
    for each in words.behind(cell):
        yield says(each, language)
    for count in cell.counts:
        yield ""
        yield f"{says(words.says(count, cell.provenance), language)} [{one_line(count.metric.id)}]"
        for detail in words.details(count, cell.provenance):
            yield f"  {_named(detail.name, detail.says, language)}"
        yield from (f"  {line}" for line in _people(count, language, most))
        if count.explained is not None:
            yield from (f"  {line}" for line in count.explained.told(language))
    yield ""
    for made in origin(cell.provenance):
        yield _named(made.sign, made.says, language)


def _named(name: Text, words: Text, language: Language) -> str:
    return f"{says(name, language)}: {says(words, language)}"


def _people(count: Traced, language: Language, most: int | None) -> Iterator[str]:
    members = count.members
    if members is None:
        return
    backing = members.backing
    people = NO_CLIENTS
    if members.about_clients:
        people = PEOPLE.filled(persons=backing.persons, households=backing.households)
    yield says(people, language)
    named = [one_line(each.id) for each in members.subjects[:most]]
    left = len(members.subjects) - len(named)
    if left:
        named.append(says(MORE.filled(number=left), language))
    ids = ", ".join(named) or says(NONE, language)
    told_ids = MEMBERS.filled(number=number_text(len(members.subjects)), ids=Text.same(ids))
    yield says(told_ids, language)


def json_fields(cell: TracedCell, words: TracingWords) -> Mapping[str, object]:
    """The cell in fields of JSON; texts are in both languages.

    - ``cell``: its address; ``table``, ``row``, ``column``: headings; ``shows``: as in the JSON
      format of reports,
    - ``behind``: what is behind a cell that is no count,
    - ``counts``: for each count ``metric``, ``says`` and ``details`` (``id``, ``name``, ``says``),
      ``members`` (``null`` for those who may not see them: ``number``, ``persons``,
      ``households``, ``ids``) and ``explained`` (``null`` where no case was asked about),
    - ``made_from``: the period, the days, the fingerprint and the versions.
    """
    place = cell.place
    return {
        "cell": place.written,
        "table": _both(place.table.title),
        "row": _both(place.row.heading),
        "column": _both(place.table.columns[place.column - 1]),
        "shows": cell_json(place.cell),
        "behind": [_both(each) for each in words.behind(cell)],
        "counts": [_count(each, cell, words) for each in cell.counts],
        "made_from": [
            {"id": each.id, "name": _both(each.sign), "says": _both(each.says)}
            for each in origin(cell.provenance)
        ],
    }


def _both(text: Text) -> Mapping[str, str]:
    return {language.value: says(text, language) for language in Language}


def _count(count: Traced, cell: TracedCell, words: TracingWords) -> Mapping[str, object]:
    explained = count.explained
    return {
        "metric": count.metric.id,
        "says": _both(words.says(count, cell.provenance)),
        "details": [
            {"id": each.id, "name": _both(each.name), "says": _both(each.says)}
            for each in words.details(count, cell.provenance)
        ],
        "members": None if count.members is None else _members(count.members),
        "explained": None
        if explained is None
        else {
            "id": explained.record_id,
            "state": explained.state,
            "told": {each.value: list(explained.told(each)) for each in Language},
        },
    }


def _members(members: TracedMembers) -> Mapping[str, object]:
    number = members.number
    return {
        "number": number if number is None or isinstance(number, int) else f"{number:f}",
        "persons": members.backing.persons,
        "households": members.backing.households,
        "ids": [each.id for each in members.subjects],
    }
