"""What is looked for in tests of language courses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import attrs

from inclusion_amif.levels import LanguageLevel, steps_up
from inclusion_amif.sources import item_b
from inclusion_amif.support import AmifLanguageTest, AmifSupport, SupportKind, TestMoment
from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.findings import Finding, Severity
from inclusion_core.texts import lv
from inclusion_core.values import Unknown

__all__ = ["LANGUAGE_CHECKS"]

OTHER_KINDS = frozenset(SupportKind) - {SupportKind.LANGUAGE_COURSE}

ITEM_8 = item_b("8")

NO_ENTRY_TEST = Fault(
    kind="amif.no-entry-test",
    says=lv("kursa beigās pārbaudīts, bet sākumā ne: R.2.8 nevar pateikt").en(
        "tested upon leaving the course and not on entry: R.2.8 cannot be told"
    ),
    remedy=lv("ierakstiet sākuma testu; vēlāk to vairs nevar rīkot").en(
        "record the entry test; it cannot be held afterwards"
    ),
    severity=Severity.WARNING,
    source=ITEM_8,
)

LEVEL_DOWN = Fault(
    kind="amif.level-down",
    says=lv("līmenis kursa beigās ir zemāks nekā sākumā").en(
        "the level upon leaving the course is below that on entry"
    ),
    remedy=lv("pārbaudiet abus testus; sākuma tests ir {other}").en(
        "check both tests; the entry test is {other}"
    ),
    severity=Severity.WARNING,
    source=ITEM_8,
)

DIFFERENT_LEVELS = Fault(
    kind="amif.different-levels",
    says=lv("viena kursa vienā galā ir divi testi ar dažādiem līmeņiem: R.2.8 nevar pateikt").en(
        "two tests at one end of a course have different levels: R.2.8 cannot be told"
    ),
    remedy=lv("atstājiet to, kas der; otrs ir {other}").en(
        "leave the one that holds; the other is {other}"
    ),
    severity=Severity.WARNING,
    source=ITEM_8,
)

NO_LANGUAGE_COURSE = Fault(
    kind="amif.no-language-course",
    says=lv("valodas tests pie atbalsta, kas nav valodas kurss: to neskaita").en(
        "a language test of a support that is no language course: it is not counted"
    ),
    remedy=lv("pievienojiet testu valodas kursam vai labojiet veidu ierakstā {other}").en(
        "attach the test to the language course, or correct the kind of {other}"
    ),
    severity=Severity.WARNING,
    source=ITEM_8,
)


@attrs.frozen
class _Tested:
    """The tests of one course."""

    tests: tuple[AmifLanguageTest, ...]

    def at(self, moment: TestMoment) -> tuple[AmifLanguageTest, ...]:
        """Those that surely were at one end of it."""
        return tuple(each for each in self.tests if each.moment is moment)

    @property
    def may_have_entry_test(self) -> bool:
        """Whether one of them was on entry, or may have been."""
        return any(
            each.moment is TestMoment.ENTRY or isinstance(each.moment, Unknown)
            for each in self.tests
        )


def _tested(examined: Examined) -> Iterator[_Tested]:
    by_course: dict[str, list[AmifLanguageTest]] = defaultdict(list)
    for test in examined.of(AmifLanguageTest):
        by_course[test.amif_support_id].append(test)
    for tests in by_course.values():
        yield _Tested(tuple(tests))


def _without_entry_test(examined: Examined) -> Iterator[Finding]:
    for course in _tested(examined):
        if not course.may_have_entry_test:
            for test in course.at(TestMoment.LEAVING):
                yield NO_ENTRY_TEST.at(test, "moment")


def _going_down(examined: Examined) -> Iterator[Finding]:
    for course in _tested(examined):
        entry, leaving = course.at(TestMoment.ENTRY), course.at(TestMoment.LEAVING)
        if len(entry) == 1 and len(leaving) == 1 and _is_below(leaving[0], entry[0]):
            yield LEVEL_DOWN.at(leaving[0], "level", other=entry[0])


def _is_below(one: AmifLanguageTest, other: AmifLanguageTest) -> bool:
    """Whether the level of one test is surely below that of the other."""
    if not isinstance(one.level, LanguageLevel) or not isinstance(other.level, LanguageLevel):
        return False
    return steps_up(other.level, one.level) < 0


def _differing(examined: Examined) -> Iterator[Finding]:
    for course in _tested(examined):
        for moment in TestMoment:
            known = [each for each in course.at(moment) if isinstance(each.level, LanguageLevel)]
            for test in known[1:]:
                if test.level is not known[0].level:
                    yield DIFFERENT_LEVELS.at(test, "level", other=known[0])


def _of_no_course(examined: Examined) -> Iterator[Finding]:
    supports = {each.id: each for each in examined.of(AmifSupport)}
    for test in examined.of(AmifLanguageTest):
        support = supports.get(test.amif_support_id)
        if support is not None and support.kind in OTHER_KINDS:
            yield NO_LANGUAGE_COURSE.at(test, "amif_support_id", other=support)


LANGUAGE_CHECKS: tuple[Check, ...] = (
    NO_ENTRY_TEST.check(_without_entry_test),
    LEVEL_DOWN.check(_going_down),
    DIFFERENT_LEVELS.check(_differing),
    NO_LANGUAGE_COURSE.check(_of_no_course),
)
