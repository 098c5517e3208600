"""Output indicators that count no persons: authorities, information, projects."""

from __future__ import annotations

from inclusion_amif.notes import CODE_REMEMBERED, CUMULATIVE
from inclusion_amif.records import (
    AmifInformationRow,
    AmifObjective,
    AmifProjectRow,
    AmifSupportedAuthorityRow,
    BodyKind,
)
from inclusion_amif.sources import item_b
from inclusion_amif.terms import by_now
from inclusion_core.expr import Condition, subject
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import lv

__all__ = ["ENTITY_OUTPUTS"]

AUTHORITIES = (BodyKind.LOCAL_AUTHORITY, BodyKind.REGIONAL_AUTHORITY)

authority: AmifSupportedAuthorityRow = subject(AmifSupportedAuthorityRow)
information: AmifInformationRow = subject(AmifInformationRow)
project: AmifProjectRow = subject(AmifProjectRow)

AUTHORITY: Axis = Axis(
    id="authority", says=lv("pašvaldība").en("authority"), code=authority.authority
)


def is_integration(paid_for: AmifProjectRow) -> Condition:
    """Whether a project is paid for under specific objective (b)."""
    return paid_for.objective.is_in(AmifObjective.INTEGRATION)


SUPPORTED_AUTHORITIES = Metric(
    id="amif.2021.o.2.2",
    says=lv(
        "O.2.2 vietējās un reģionālās pašvaldības, kas saņēma atbalstu integrācijas pasākumu "
        "īstenošanai"
    ).en(
        "O.2.2 number of local and regional authorities supported to implement integration measures"
    ),
    subject=AmifSupportedAuthorityRow,
    universe=by_now(authority.supported_on) & is_integration(authority.amif_project),
    where=authority.kind.is_in(*AUTHORITIES),
    grain=Grain.FUND,
    membership=Membership.CUMULATIVE,
    by=AUTHORITY,
    measure=Measure.DIFFERENT_CODES,
    source=item_b("2"),
    notes=(
        lv("Katru skaita vienu reizi, lai cik projektu to atbalsta; valsts iestādes neskaita.").en(
            "Each counts once, however many projects support it; state authorities do not count."
        ),
        CUMULATIVE,
        CODE_REMEMBERED,
    ),
)
INFORMATION = Metric(
    id="amif.2021.o.2.4",
    says=lv(
        "O.2.4 informācijas paketes un kampaņas par likumīgas migrācijas ceļiem uz Savienību"
    ).en(
        "O.2.4 number of information packages and campaigns to raise awareness of legal migration "
        "channels to the Union"
    ),
    subject=AmifInformationRow,
    universe=by_now(information.issued_on) & is_integration(information.amif_project),
    where=information.about_legal_migration.is_in(YesNo.YES),
    grain=Grain.OPERATION,
    membership=Membership.CUMULATIVE,
    source=item_b("4"),
    notes=(
        lv("Skaita paketes un kampaņas, nevis cilvēkus, ko tās sasniedz.").en(
            "Counts packages and campaigns, not the people whom they reach."
        ),
        CUMULATIVE,
        CODE_REMEMBERED,
    ),
)
PROJECTS_OF_AUTHORITIES = Metric(
    id="amif.2021.o.2.7",
    says=lv(
        "O.2.7 integrācijas projekti, kuros finansējuma saņēmējs ir vietējā vai reģionālā "
        "pašvaldība"
    ).en(
        "O.2.7 number of integration projects where local and regional authorities are the "
        "beneficiary"
    ),
    subject=AmifProjectRow,
    universe=by_now(project.operation.first_day) & is_integration(project),
    where=project.beneficiary.is_in(*AUTHORITIES),
    grain=Grain.OPERATION,
    membership=Membership.CUMULATIVE,
    source=item_b("7"),
    notes=(
        lv("Skaita projektus, kas sākušies līdz perioda pēdējai dienai.").en(
            "Counts projects that have begun by the last day of the period."
        ),
        CODE_REMEMBERED,
    ),
)

ENTITY_OUTPUTS: tuple[Metric, ...] = (SUPPORTED_AUTHORITIES, INFORMATION, PROJECTS_OF_AUTHORITIES)
"""O.2.2, O.2.4 and O.2.7."""
