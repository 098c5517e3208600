"""Random caseloads of the fund, with what is easily got wrong drawn often."""

from datetime import date, timedelta

from inclusion_amif.levels import LanguageLevel
from inclusion_amif.records import (
    AmifInformation,
    AmifObjective,
    AmifProject,
    AmifSupportedAuthority,
    BodyKind,
    InformationKind,
)
from inclusion_amif.support import (
    AmifApplication,
    AmifLanguageTest,
    AmifSupport,
    AmifSurveyAnswer,
    AmifVulnerability,
    ApplicationKind,
    SupportKind,
    TestMoment,
)
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Operation, Programme, Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import (
    CitizenshipKind,
    CitizenshipSpell,
    ProtectionKind,
    ProtectionSpell,
)
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Reason, Unknown

FIRST = date(2022, 1, 1)
AGES = (3, 17, 18, 30, 59, 60, 60, 61, 80)


def drawn(random, people):
    """Records of so many people, each of them in an operation or two."""
    yield Provider(id="provider", name="P")
    for key in ("asylum", "integration", "city", "other", "none"):
        yield from _operation(random, key)
    for number in range(people):
        yield from _person(random, f"c{number:03}")


def _day(random, first=FIRST, days=900):
    return first + timedelta(days=random.randrange(days))


def _operation(random, key):
    yield Operation(
        id=key, number=key, title="T", beneficiary="B", first_day=_day(random, days=400)
    )
    for part in ("1", "2"):
        yield Programme(id=f"{key}-{part}", operation_id=key, declared_as="amif.sample")
    if key == "none":
        return
    objective = {"asylum": "asylum", "other": "other"}.get(key, "integration")
    beneficiary = random.choice(tuple(BodyKind))
    yield AmifProject(
        id=f"project-{key}",
        operation_id=key,
        objective=AmifObjective(objective),
        beneficiary=beneficiary,
    )
    for number in range(4):
        yield AmifSupportedAuthority(
            id=f"authority-{key}-{number}",
            amif_project_id=f"project-{key}",
            authority=f"a{random.randrange(6)}",
            kind=random.choice(tuple(BodyKind)),
            supported_on=_day(random),
        )
        yield AmifInformation(
            id=f"information-{key}-{number}",
            amif_project_id=f"project-{key}",
            kind=random.choice(tuple(InformationKind)),
            about_legal_migration=random.choice(tuple(YesNo)),
            issued_on=_day(random),
        )


def _person(random, key):
    entered_on = _day(random)
    born_on = entered_on.replace(year=entered_on.year - random.choice(AGES), day=1)
    born_on += timedelta(days=entered_on.day - random.choice((0, 1, 1, 2)))
    yield Client(
        id=key,
        provider_id="provider",
        born_on=random.choice((born_on, born_on, born_on, NOT_ASKED)),
        gender=random.choice((*Gender, NOT_ASKED)),
    )
    country = random.choice(("UA", "SY", "AF", "DE", "LV", "-", "+", ""))
    if country:
        kind = {"-": CitizenshipKind.STATELESS, "+": CitizenshipKind.LATVIAN_NON_CITIZEN}
        yield CitizenshipSpell(
            id=f"citizenship-{key}",
            client_id=key,
            kind=kind.get(country, CitizenshipKind.CITIZEN),
            country=ABSENT if country in kind else country,
            first_day=born_on,
        )
    status = random.choice((*ProtectionKind, *[ProtectionKind.ASYLUM_SEEKER] * 4, None))
    if status is not None:
        first_day = entered_on - timedelta(days=random.choice((0, 9, 90, -5)))
        last_day = random.choice((ABSENT, first_day + timedelta(days=random.randrange(120))))
        yield ProtectionSpell(
            id=f"status-{key}",
            client_id=key,
            kind=status,
            first_day=first_day,
            last_day=last_day,
        )
    operations = random.sample(("asylum", "asylum", "integration", "city", "other", "none"), 2)
    for number, operation in enumerate(random.choices(operations, k=random.choice((1, 1, 2, 3)))):
        first_day = entered_on + timedelta(days=number * random.choice((0, 30, 200)))
        yield from _stay(random, f"{key}-{operation}-{number}", key, operation, first_day)


def _stay(random, key, client_id, operation, entered_on):
    left_on = random.choice((ABSENT, entered_on + timedelta(days=random.randrange(300))))
    yield Participation(
        id=key,
        client_id=client_id,
        programme_id=f"{operation}-{random.choice('12')}",
        entered_on=entered_on,
        left_on=left_on,
    )
    for number in range(random.choice((0, 1, 2, 3))):
        yield from _support(random, f"{key}-s{number}", key, entered_on)
    for number in range(random.choice((0, 1, 1, 2))):
        yield AmifSurveyAnswer(
            id=f"{key}-a{number}",
            participation_id=key,
            helpful=random.choice((*YesNo, *YesNo, Unknown(Reason.REFUSED))),
            answered_on=_day(random, entered_on, 200),
        )
        yield AmifApplication(
            id=f"{key}-ap{number}",
            participation_id=key,
            kind=random.choice(tuple(ApplicationKind)),
            applied_on=_day(random, entered_on - timedelta(days=20), 300),
        )
        yield AmifVulnerability(
            id=f"{key}-v{number}",
            participation_id=key,
            vulnerable=random.choice(tuple(YesNo)),
            found_on=_day(random, entered_on, 60),
        )


def _support(random, key, participation_id, entered_on):
    first_day = _day(random, entered_on, 100)
    last_day = random.choice((ABSENT, first_day + timedelta(days=random.randrange(90))))
    often = (SupportKind.LANGUAGE_COURSE,) * 4
    if "-asylum" in participation_id:
        often = (SupportKind.LEGAL_ASSISTANCE, SupportKind.OTHER_ASYLUM_SUPPORT) * 8
    kind = random.choice((*SupportKind, *often))
    yield AmifSupport(
        id=key,
        participation_id=participation_id,
        kind=kind,
        first_day=first_day,
        last_day=last_day,
    )
    for moment in TestMoment:
        if random.random() < 0.8:
            yield AmifLanguageTest(
                id=f"{key}-{moment.value}",
                amif_support_id=key,
                moment=moment,
                level=random.choice((LanguageLevel.PRE_A1, *tuple(LanguageLevel)[:3])),
                taken_on=first_day,
            )
