"""A toy course with rules, a limit, and one client: what the tests of this folder explain."""

from datetime import date

from inclusion_core.expr import JUDGED_ON, completed_years, months_after
from inclusion_core.facts.cases import Cases
from inclusion_core.facts.subjects import ATTENDANCE, CLIENT, PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.limits import End, Limit, Support
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import Arrival, ProtectionKind, ProtectionSpell
from inclusion_core.periods import Period
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules import Eligibility, Role, Rule
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT

ACT = Source(lv("Likums").en("Act"), issued=date(2016, 2, 9), found_at="shelf 7")
READING = ACT.point("9").own_reading(lv("18 gadi ieskaitot").en("the age of 18 included"))
KNOWN_ON = date(2018, 12, 3)
ON = date(2018, 6, 1)

COURSE = ProgrammeDefinition(
    id="toy.course",
    says=lv("Kurss").en("Course"),
    target_group=lv("visi").en("everybody"),
    operation_number="1",
    sources=(ACT,),
)


def rule(name, says, holds, source=ACT, **changes):
    return Rule(
        id=f"toy.{name}", programme=COURSE.id, says=says, holds=holds, source=source, **changes
    )


ADULT = rule(
    "adult", lv("pilngadīgs").en("is of age"), completed_years(CLIENT.born_on) >= 18, READING
)
REFUGEE = rule(
    "refugee",
    lv("bēglis").en("refugee"),
    CLIENT.protection_spells.on(JUDGED_ON)
    .where(lambda spell: spell.kind.is_in(ProtectionKind.REFUGEE))
    .exist(),
    ACT.point("1"),
    role=Role.GROUND,
)
ARRIVED = rule(
    "arrived",
    lv("ieradies").en("has arrived"),
    CLIENT.arrivals.where(lambda each: each.arrived_on <= JUDGED_ON).exist(),
    ACT.point("2"),
    role=Role.GROUND,
)
DIED = rule("died", lv("miris").en("has died"), CLIENT.died_on <= JUDGED_ON, role=Role.EXCLUSION)
PAST = Period(date(2000, 1, 1), date(2009, 12, 31))
RULES = (ADULT, REFUGEE, ARRIVED, DIED)

LESSONS = Support(
    id="toy.lessons", says=lv("nodarbības").en("lessons"), given=ATTENDANCE.minutes >= 1
)
ENTERED = {"entered_on": PARTICIPATION.entered_on}
SIX_MONTHS = Limit(
    id="toy.six",
    programme=COURSE.id,
    support=LESSONS,
    says=lv("pusgadu, ne ilgāk").en("for half a year at most"),
    first_day=PARTICIPATION.entered_on,
    ends=(
        End(
            id="months",
            says=lv("seši mēneši").en("six months"),
            day=months_after(PARTICIPATION.entered_on, 6),
            source=ACT.point("7"),
            tells=Telling(
                lv("seši mēneši no {entered_on:genitive}").en("six months from {entered_on}"),
                ENTERED,
            ),
        ),
        End(
            id="left",
            says=lv("izstājies").en("has left"),
            day=PARTICIPATION.left_on,
            source=ACT.point("8"),
            tells=Telling(
                lv("izstājies {left_on:locative}").en("left on {left_on}"),
                {"left_on": PARTICIPATION.left_on},
            ),
        ),
    ),
    source=ACT.point("6"),
)

PROGRAMME = Programme(id="g-1", operation_id="o-1", declared_as="toy.course")
ANNA = Client(id="c-1", provider_id="p-1", born_on=date(1990, 5, 1), died_on=ABSENT)
SPELL = ProtectionSpell(
    id="s-1", client_id="c-1", kind=ProtectionKind.REFUGEE, first_day=date(2018, 3, 1)
)
LANDED = Arrival(id="r-1", client_id="c-1", arrived_on=date(2018, 1, 5))
STAY = Participation(
    id="a-1", client_id="c-1", programme_id="g-1", entered_on=date(2018, 4, 10), left_on=ABSENT
)


def course(*rules, limits=()):
    return Eligibility(programme=COURSE, rules=rules, limits=limits)


def case(*records):
    caseload = Caseload.of_records((PROGRAMME, *records), known_on=KNOWN_ON)
    return Cases.of(caseload)["c-1"]
