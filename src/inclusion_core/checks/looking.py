"""Looking through data: what checks find, one after the other; one that fails stops no other.

A check is not hurried: how long an honest one takes depends on the data, and no thread can be
ended from outside. Who interrupts one that hangs is told which it was. Work that must end in time
is done in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from logging import getLogger
from operator import attrgetter

import attrs

from inclusion_core.checks.check import Check
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.left_alone import LeftAlone
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv

__all__ = ["findings_in", "found_by"]

_LOG = getLogger("inclusion_core.checks")

FAILED = Finding(
    kind="check.failed",
    says=lv("pārbaude {check} netika galā; ko vēl tā atrastu, nav zināms").en(
        "the check {check} failed; what else it would have found is not known"
    ),
    remedy=lv("ziņojiet tam, kas šo pārbaudi izplata").en("tell those who distribute this check"),
)
ENDLESS = Finding(
    kind="check.endless",
    says=lv("pārbaude {check} tika apturēta pēc {most} konstatējumiem; tā, šķiet, nebeidzas").en(
        "the check {check} was stopped after {most} findings; it seems to have no end"
    ),
    remedy=lv("ziņojiet tam, kas šo pārbaudi izplata").en("tell those who distribute this check"),
)
MEDDLED = Finding(
    kind="check.meddled",
    says=lv(
        "pārbaude {check} mainīja datus, ko tai bija tikai jāskata; dati ir atjaunoti, un tas, ko "
        "tā atrada, nav uzticams"
    ).en(
        "the check {check} changed the data that it was to look at; they are as they were, and "
        "what it found cannot be relied on"
    ),
    remedy=lv("ziņojiet tam, kas šo pārbaudi izplata").en("tell those who distribute this check"),
)
NO_JOURNAL = Finding(
    kind="check.no-journal",
    says=lv(
        "pārbaude {check} skata, kas kad ierakstīts, bet ierakstu vēstures nav; tā nav veikta"
    ).en(
        "the check {check} looks at what was recorded when, and there is no history of the "
        "records; it was left out"
    ),
    remedy=lv("nododiet tai žurnālu ar visām versijām").en("give it the journal of all versions"),
    severity=Severity.WARNING,
)


def findings_in(examined: Examined, checks: Iterable[Check]) -> tuple[Finding, ...]:
    """All that the checks find, ordered by record, then kind."""
    found = [(check, each) for check in checks for each in found_by(check, examined)]
    said = {(kind, *_record(each)) for check, each in found for kind in check.stands_for}
    kept = (each for _, each in found if (each.kind, *_record(each)) not in said)
    ordered = tuple(sorted(kept, key=attrgetter("order")))
    told = {"event": "checks.done", "records": len(examined.caseload), "findings": len(ordered)}
    _LOG.info("%(records)d records are checked, with %(findings)d findings", told, extra=told)
    return ordered


def _record(finding: Finding) -> tuple[str, str]:
    return finding.place.record_type, finding.place.record_id


def found_by(check: Check, examined: Examined) -> list[Finding]:
    """What one check finds; where it raises, or gives what is no finding, that is a finding.

    Nothing is told of why: what it raised may hold a value of a client.
    """
    if check.needs_journal and examined.journal is None:
        return [_about(NO_JOURNAL, check)]
    before = LeftAlone.as_they_are(examined)
    found: list[Finding] = []
    most = FEWEST + EACH * len(examined.caseload)
    try:
        for each in check.find(examined):
            found.append(_sourced(each, check))
            if len(found) > most:
                found[most:] = [_about(ENDLESS, check, most=most)]
                break
    except KeyboardInterrupt as interrupt:
        interrupt.add_note(f"while the check {check.id} was looking")
        raise
    except BaseException:  # noqa: BLE001  one that exits or panics must not stop others
        found.append(_about(FAILED, check))
    finally:
        meddled = before.put_back()
    return [*found, _about(MEDDLED, check)] if meddled else found


FEWEST = 10_000
EACH = 10
"""A check may find so much, and so much more for each record: beyond, it is taken to be endless."""


def _sourced(each: object, check: Check) -> Finding:
    """A finding, with the rule of the check where it names none.

    Findings are sorted and written with those of other checks: one that cannot be is refused.

    Raises:
        TypeError: It is none, or something else stands in it than should.
    """
    if type(each) is not Finding or not _well_formed(each):
        raise TypeError
    return each if each.source is not None else attrs.evolve(each, source=check.source)


def _well_formed(finding: Finding) -> bool:
    words, place = (finding.says, finding.remedy), finding.place
    return (
        type(finding.kind) is str
        and all(type(each) is Text and not each.slots for each in words)
        and type(finding.severity) is Severity
        and (finding.source is None or type(finding.source) is Source)
        and type(place) is Place
        and all(type(each) is str for each in _TEXTS_OF(place))
        and (place.row is None or type(place.row) is int)
    )


_TEXTS_OF = attrgetter("file", "sheet", "record_type", "record_id", "column", "field")


def _about(finding: Finding, check: Check, **slots: int) -> Finding:
    says: Text = finding.says.filled(check=check.id, **slots)
    return attrs.evolve(finding, says=says)
