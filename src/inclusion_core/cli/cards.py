"""What is declared under an id, as a card: sentence, details, sources, and its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

import attrs

from inclusion_core.expr.handles import Expression
from inclusion_core.expr.spelled import spelled
from inclusion_core.metrics.aspects import VALUES
from inclusion_core.periods import Period
from inclusion_core.rules.rule import Moment, Role
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv, period_text

__all__ = ["Card", "Detail", "Kind", "detail", "details", "in_force", "member", "spelled_out"]


class Kind(Enum):
    """What is declared."""

    PROGRAMME = "programme"
    RULE = "rule"
    LIMIT = "limit"
    END = "end"
    SUPPORT = "support"
    CLAUSE = "clause"
    FACT = "fact"
    FACTS_TABLE = "facts_table"
    ASSUMPTION = "assumption"
    METRIC = "metric"
    CHECK = "check"

    @property
    def says(self) -> Text:
        """The word for it."""
        return _KINDS[self]


_KINDS = {
    Kind.PROGRAMME: lv("programma").en("programme"),
    Kind.RULE: lv("noteikums").en("rule"),
    Kind.LIMIT: lv("termiņš").en("limit"),
    Kind.END: lv("kas izbeidz").en("end"),
    Kind.SUPPORT: lv("atbalsta veids").en("kind of support"),
    Kind.CLAUSE: lv("nosacījums").en("clause"),
    Kind.FACT: lv("fakts").en("fact"),
    Kind.FACTS_TABLE: lv("faktu tabula").en("facts table"),
    Kind.ASSUMPTION: lv("pieņēmums").en("assumption"),
    Kind.METRIC: lv("rādītājs").en("metric"),
    Kind.CHECK: lv("pārbaude").en("check"),
}

_HEADINGS: Mapping[str, Text] = {
    "programme": lv("programma").en("programme"),
    "target_group": lv("mērķgrupa").en("target group"),
    "operation": lv("projekts").en("operation"),
    "rules": lv("noteikumi").en("rules"),
    "limits": lv("termiņi").en("limits"),
    "forms": lv("ziņojumi").en("forms"),
    "role": lv("nozīme").en("role"),
    "judged_at": lv("kad prasa").en("judged at"),
    "in_force": lv("spēkā").en("in force"),
    "condition": lv("izteiksme").en("expression"),
    "for_one_case": lv("par vienu gadījumu").en("for one case"),
    "while_open": lv("kamēr nav noticis").en("until it happens"),
    "support": lv("atbalsta veids").en("kind of support"),
    "first_day": lv("pirmā diena").en("first day"),
    "last_day": lv("pēdējā diena").en("last day"),
    "given": lv("kuri pakalpojumi").en("which services"),
    "about": lv("par ko").en("about"),
    "value": lv("izteiksme").en("expression"),
    "default": lv("pēc noklusējuma").en("by default"),
    "allowed": lv("drīkst pieņemt").en("may be"),
    "table": lv("faktu tabula").en("facts table"),
    "columns": lv("kolonnas").en("columns"),
    "amount": lv("daudzums").en("amount"),
    "unit": lv("mērvienība").en("unit"),
    "settled_on": lv("kad atbilde ir galīga").en("the answer stands from"),
    "assumes": lv("pieņem").en("assumes"),
    "universe": lv("kopa, par kuru jautā").en("universe"),
    "where": lv("nosacījums").en("condition"),
    "grain": lv("kur katru skaita vienreiz").en("counted once"),
    "membership": lv("piederība periodam").en("membership"),
    "classified_on": lv("diena, kurā skata pazīmes").en("classified on"),
    "measure": lv("mērs").en("measure"),
    "by": lv("dalījums").en("breakdown"),
    "part_of": lv("daļa no").en("part of"),
    "notes": lv("piezīmes").en("notes"),
    "made_of": lv("sastāv no").en("made of"),
    "brought_by": lv("izplata").en("brought by"),
    "deprecated": lv("novecojis").en("deprecated"),
}

_MEMBERS: Mapping[Enum, Text] = {
    Role.REQUIREMENT: lv("tam jābūt spēkā katram").en("it must hold for everybody"),
    Role.GROUND: lv("viens no pamatiem, no kuriem vismaz vienam jābūt").en(
        "one of the grounds, of which one at least must hold"
    ),
    Role.EXCLUSION: lv("tas nedrīkst būt").en("it must not hold"),
    Moment.ENTRY: lv("iestāšanās diena").en("day of entry"),
    Moment.SERVICE_DAY: lv("jautājuma diena: pakalpojuma vai pārskata diena").en(
        "day of the question: that of a service or a report"
    ),
    Moment.LEAVING: lv("pēdējā diena programmā").en("last day in the programme"),
    **VALUES,
}


@attrs.frozen
class Detail:
    """One thing to know of what is declared.

    Attributes:
        key: Its name in JSON.
        value: Words; or a plain string, such as an id or an expression, the same in any language.
    """

    key: str
    value: Text | str

    @property
    def says(self) -> Text:
        """What it is called."""
        return _HEADINGS[self.key]


@attrs.frozen(kw_only=True)
class Card:
    """What is declared under an id.

    Attributes:
        kind: What it is.
        id: The id.
        says: The sentence.
        details: What else there is to know.
        sources: Who says so.
        parts: The ends of a limit, the clauses of a rule.
    """

    kind: Kind
    id: str
    says: Text
    details: tuple[Detail, ...] = ()
    sources: tuple[Source, ...] = ()
    parts: tuple[Card, ...] = ()

    def all_cards(self) -> Iterator[Card]:
        """The card, and those of its parts."""
        yield self
        for part in self.parts:
            yield from part.all_cards()


def detail(key: str, value: Text | str | None) -> Iterator[Detail]:
    """A detail, if there is anything to say."""
    if value:
        yield Detail(key, value)


def details(key: str, values: Iterable[str]) -> Iterator[Detail]:
    """Several ids in one detail, if there are any."""
    return detail(key, ", ".join(values))


def spelled_out(key: str, handle: Expression[Any]) -> Iterator[Detail]:
    """An expression as its author wrote it."""
    return detail(key, spelled(handle.node))


def member(key: str, chosen: Enum) -> Iterator[Detail]:
    """A word that an author chose among a few."""
    return detail(key, _MEMBERS[chosen])


def in_force(period: Period | None) -> Iterator[Detail]:
    """The days on which something applies, where its source sets bounds."""
    return detail("in_force", None if period is None else period_text(period))
