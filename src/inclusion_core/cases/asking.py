"""What a question means: eligible, a rule, a kind of support, a limit, a metric or a check.

A question names something by its id, by the end of its id, or by its words in either language;
where that may mean several things, what it is goes before it: ``rule: age``, ``last day: social
worker``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import Enum
from functools import cached_property
from typing import assert_never

import attrs

from inclusion_core.cases.case_problems import (
    AMBIGUOUS_QUESTION,
    NO_PROGRAMME,
    NO_QUESTION,
    RULES_REFUSED,
    UNKNOWN_PROGRAMME,
    UNKNOWN_QUESTION,
)
from inclusion_core.cases.questions import (
    Asked,
    Eligible,
    Figure,
    Found,
    LimitCovers,
    MayReceive,
    RuleHolds,
    WindowDay,
)
from inclusion_core.catalogue import Catalogue
from inclusion_core.errors import UnknownNameError
from inclusion_core.limits.limit import Limit
from inclusion_core.rules.eligibility import Eligibility, EligibilityRefusedError
from inclusion_core.texts import Language, Text, lv
from inclusion_core.wire.problems import Problem
from inclusion_core.workbook.cells.lexicon import Lexicon, bare

__all__ = ["Questions"]

MOST_NAMED = 6


class Prefix(Enum):
    """What goes before a name, to say what it is or what is asked of it."""

    RULE = "rule"
    SUPPORT = "support"
    LIMIT = "limit"
    FIRST_DAY = "first day"
    LAST_DAY = "last day"
    METRIC = "metric"
    CHECK = "check"


ELIGIBLE = lv("tiesības piedalīties").en("eligible")
_PREFIXES: Mapping[Prefix, tuple[Text, ...]] = {
    Prefix.RULE: (lv("noteikums").en("rule"),),
    Prefix.SUPPORT: (lv("atbalsts").en("support"),),
    Prefix.LIMIT: (lv("ierobežojums").en("limit"),),
    Prefix.FIRST_DAY: (lv("pirmā diena").en("first day"),),
    Prefix.LAST_DAY: (lv("pēdējā diena").en("last day"),),
    Prefix.METRIC: (lv("rādītājs").en("metric"), lv("indikators").en("indicator")),
    Prefix.CHECK: (lv("pārbaude").en("check"),),
}
_LEXICON: Lexicon[Prefix] = Lexicon.of(
    (text.in_(language), prefix)
    for prefix, texts in _PREFIXES.items()
    for text in texts
    for language in Language
)
_WINDOWED = {
    Prefix.FIRST_DAY: (Prefix.SUPPORT, Prefix.LIMIT),
    Prefix.LAST_DAY: (Prefix.SUPPORT, Prefix.LIMIT),
}


@attrs.frozen(kw_only=True)
class _Named:
    """Something that can be asked about."""

    kind: Prefix
    id: str
    says: Text = attrs.field(repr=False)
    asked: Asked = attrs.field(repr=False)

    def is_called(self, name: str, programme: str) -> Iterator[bool]:
        """Whether it is called so, the most exact way first.

        By its id, by what stands there after the programme or the plugin, by another end of it, by
        its words.
        """
        own = self.own
        yield own == name
        yield bool(programme) and own == f"{_plain(programme)}.{name}"
        yield own.partition(".")[2] == name
        yield own.endswith(f".{name}")
        yield name in self.words

    @cached_property
    def own(self) -> str:
        """Its id, as names are compared."""
        return _plain(self.id)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in each language, as names are compared; none where they are to be filled."""
        languages = () if self.says.slots else Language
        return tuple(_plain(self.says.in_(each)) for each in languages)


@attrs.frozen(kw_only=True, repr=False)
class Questions:
    """Finds what can be asked.

    Attributes:
        programme: Id of the programme of the case; empty where it names none.
        eligibility: All rules and limits of it; ``None`` where nobody can be judged by them.
        why_not: Why not.
        named: All that has a name.
    """

    programme: str
    eligibility: Eligibility | None
    why_not: Problem
    named: tuple[_Named, ...]

    @classmethod
    def of(cls, catalogue: Catalogue, programme: str) -> Questions:
        """What can be asked in a case about a programme."""
        eligibility, why_not = None, NO_PROGRAMME
        if programme:
            try:
                eligibility = catalogue.eligibility(programme)
                eligibility.condition  # noqa: B018  a programme without rules is refused by this
            except UnknownNameError:
                why_not = UNKNOWN_PROGRAMME.filled(names=", ".join(catalogue.programmes.declared))
            except EligibilityRefusedError as refusal:
                eligibility = None
                gaps = "; ".join(f"{name}: {why}" for name, why in refusal.gaps)
                why_not = RULES_REFUSED.filled(gaps=gaps)
        return cls(
            programme=programme,
            eligibility=eligibility,
            why_not=why_not,
            named=(*_supports(eligibility), *_declared(catalogue, programme)),
        )

    def find(self, text: str) -> Asked | Problem:
        """What a question means, or why that cannot be told."""
        if not text:
            return NO_QUESTION
        if bare(text) in {bare(ELIGIBLE.in_(language)) for language in Language}:
            return (
                self.why_not if self.eligibility is None else Eligible(eligibility=self.eligibility)
            )
        left, colon, right = text.partition(":")
        prefix = next(iter(_LEXICON.find(left)), None) if colon else None
        kinds = tuple(Prefix) if prefix is None else _WINDOWED.get(prefix, (prefix,))
        among = tuple(each for each in self.named if each.kind in kinds)
        name = _plain(text if prefix is None else right)
        match self._called(name, among):
            case [one]:
                return (
                    _window(one.asked, last=prefix is Prefix.LAST_DAY)
                    if prefix in _WINDOWED
                    else one.asked
                )
            case [] if self.programme and self.eligibility is None:
                return self.why_not
            case []:
                return UNKNOWN_QUESTION.filled(names=_near(name, among))
            case several:
                ids = (f"{each.kind.value}: {each.id}" for each in several[:MOST_NAMED])
                return AMBIGUOUS_QUESTION.filled(names=", ".join(ids))

    def _called(self, name: str, among: Iterable[_Named]) -> list[_Named]:
        """Those that are called so in the most exact way in which any is."""
        ways: list[list[_Named]] = [[], [], [], [], []]
        for each in among:
            for way, is_so in zip(ways, each.is_called(name, self.programme), strict=True):
                if is_so:
                    way.append(each)
        return next((way for way in ways if way), [])


def _supports(eligibility: Eligibility | None) -> Iterator[_Named]:
    if eligibility is not None:
        for support in eligibility.supports:
            asked = MayReceive(eligibility=eligibility, support=support.id)
            yield _Named(kind=Prefix.SUPPORT, id=support.id, says=support.says, asked=asked)


def _declared(catalogue: Catalogue, programme: str) -> Iterator[_Named]:
    supports = {limit.support.id for limit in catalogue.limits if limit.programme == programme}
    for rule in catalogue.rules:
        asked: Asked = RuleHolds(rule=rule)
        yield _Named(kind=Prefix.RULE, id=rule.id, says=rule.says, asked=asked)
    for limit in catalogue.limits:
        if limit.id not in supports:
            asked = LimitCovers(limit=limit)
            yield _Named(kind=Prefix.LIMIT, id=limit.id, says=limit.says, asked=asked)
    for metric in catalogue.metrics:
        asked = Figure(metric=metric)
        yield _Named(kind=Prefix.METRIC, id=metric.id, says=metric.says, asked=asked)
    for check in catalogue.checks_for((programme,) if programme else ()):
        asked = Found(check=check)
        yield _Named(kind=Prefix.CHECK, id=check.id, says=check.says, asked=asked)


def window_days(asked: MayReceive | LimitCovers, *, last: bool) -> WindowDay:
    """What asks for a day of support, where it would be asked whether a day is inside."""
    match asked:
        case MayReceive(eligibility=eligibility, support=support):
            limits: tuple[Limit, ...] = eligibility.limits_of(support)
        case LimitCovers(limit=limit):
            limits = (limit,)
        case _:
            assert_never(asked)
    return WindowDay(limits=limits, last=last)


def _window(asked: Asked, *, last: bool) -> Asked:
    return window_days(asked, last=last) if isinstance(asked, MayReceive | LimitCovers) else asked


def _plain(name: str) -> str:
    """A name in which hyphens, underscores and blanks are the same."""
    return bare(name.replace("-", " ").replace("_", " "))


def _near(name: str, among: Iterable[_Named]) -> str:
    """What may be meant: ids whose ends or words are near, or else how ids look."""
    tails = {each.own.rpartition(".")[2]: each.id for each in among}
    own = {each.own: each.id for each in among}
    words = {said: each.id for each in among for said in each.words}
    known = {**words, **tails, **own}
    near = get_close_matches(name[:100], known, n=3, cutoff=0.6)
    found = dict.fromkeys(known[each] for each in near)
    return ", ".join(found or dict.fromkeys(list(own.values())[:MOST_NAMED])) or "eligible"
