"""Services that were given outside of the time in which their support may be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.limits_kept.judging import Judgement, Kept, judgements
from inclusion_core.findings import Finding, Severity
from inclusion_core.rules.eligibility import Eligibility, EligibilityRefusedError
from inclusion_core.texts import listing, lv

__all__ = ["limits_refused", "services_within"]

SAYS = lv("pakalpojums sniegts ārpus laika, kurā to drīkst sniegt").en(
    "the service is given outside of the time in which it may be"
)
OUTSIDE = lv("{support}: sniegts ārpus laika, kurā to drīkst sniegt").en(
    "{support}: given outside of the time in which it may be"
)
CANNOT_BE_CLAIMED = lv(
    "pārbaudiet dienas; ja tās ir pareizas, pakalpojuma {other} izmaksas nav attiecināmas"
).en("check the days; if they are right, the cost of the service {other} cannot be claimed")
IN_GOOD_FAITH = lv(
    "{support}: pēc tagad zināmā sniegts ārpus atļautā laika, bet pēc tā, kas bija zināms "
    "pakalpojuma dienā, — atļautajā laikā"
).en(
    "{support}: by what is known now it was given outside of the time in which it may be, but by "
    "what was known on the day of the service inside it"
)
EXPLAIN = lv(
    "pierakstiet finansētājam, kas mainījies pēc pakalpojuma {other} dienas, un vienojieties, vai "
    "izmaksas paliek"
).en(
    "note for the funder what changed after the day of the service {other}, and agree on whether "
    "its cost stays"
)
UNDECIDED = lv("{support}: nevar izlemt, vai sniegts atļautajā laikā; nav zināms: {unknown}").en(
    "{support}: it cannot be decided whether it was given in the time in which it may be; not "
    "known: {unknown}"
)
FIND_OUT = lv("noskaidrojiet un ierakstiet to, kas nav zināms; pakalpojums ir {other}").en(
    "find out and record what is not known; the service is {other}"
)
REFUSED = lv("{programme}: nav pārbaudīts, vai pakalpojumi sniegti atļautajā laikā").en(
    "{programme}: it was not checked whether services were given in the time in which they may be"
)
REPAIR = lv("ne visi programmas noteikumi ir ielādēti; instalējiet vai salabojiet: {gaps}").en(
    "not all rules of the programme are there; install or repair: {gaps}"
)


def _id(programme: str) -> str:
    return f"{programme}.services-within-limits"


def services_within(eligibility: Eligibility) -> Check:
    """Looks for services that were given outside of all windows of the support that they are.

    Outside is an error with the source of the limit, and so is a service to somebody who is not in
    the programme on that day. Where that cannot be decided, it is a warning that names what is not
    known. A service outside by what is known now, and inside by what was known on its day, was
    given in good faith: that is a warning too, and takes the journal to tell.
    """
    key, programme = _id(eligibility.programme.id), eligibility.programme.id
    return Check(
        id=key,
        says=SAYS,
        find=partial(_found, key, eligibility),
        programme=programme,
        stands_for=("check.served-outside-participation",),
    )


def _found(key: str, eligibility: Eligibility, examined: Examined) -> Iterator[Finding]:
    faults = {
        Kept.OUTSIDE: Fault(kind=key, says=OUTSIDE, remedy=CANNOT_BE_CLAIMED),
        Kept.IN_GOOD_FAITH: Fault(
            kind=key, says=IN_GOOD_FAITH, remedy=EXPLAIN, severity=Severity.WARNING
        ),
        Kept.UNDECIDED: Fault(kind=key, says=UNDECIDED, remedy=FIND_OUT, severity=Severity.WARNING),
    }
    for judgement in judgements(eligibility, examined):
        yield _finding(faults[judgement.kept], judgement)


def _finding(fault: Fault, judgement: Judgement) -> Finding:
    sourced = attrs.evolve(fault, source=judgement.limit.source)
    return sourced.at(
        judgement.attendance,
        other=judgement.service,
        support=judgement.support.says,
        unknown=listing(judgement.unknown),
    )


def limits_refused(refusal: EligibilityRefusedError) -> Check:
    """Tells that it was not looked whether services were within limits, and why.

    Where some rules of a programme are missing, nobody is judged, and no service is.
    """
    gaps = ", ".join(dict.fromkeys(distribution for distribution, _ in refusal.gaps))
    finding = Finding(
        kind=_id(refusal.programme),
        says=REFUSED.filled(programme=refusal.programme),
        remedy=REPAIR.filled(gaps=gaps),
        severity=Severity.WARNING,
    )
    return Check(
        id=finding.kind,
        says=finding.says,
        find=lambda _: (finding,),
        programme=refusal.programme,
    )
