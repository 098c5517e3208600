"""Words for legal status: protection, citizenship, residence; and for arrival."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from inclusion_core.model.status import (
    AppealResult,
    ArrivalManner,
    CitizenshipKind,
    LegalBasis,
    ProtectionKind,
    ResidenceRight,
)
from inclusion_core.texts import Text, lv

__all__ = ["CODES", "FIELDS", "TYPES"]

TYPES: Mapping[str, Text] = {
    "protection_spell": lv("aizsardzības statuss").en("protection status"),
    "appeal": lv("pārsūdzība").en("appeal"),
    "citizenship_spell": lv("pilsonība").en("citizenship"),
    "residence_spell": lv("dzīvesvieta").en("residence"),
    "arrival": lv("ierašanās").en("arrival"),
}

FIELDS: Mapping[str, Text] = {
    "protection_spell.kind": lv("statuss").en("status"),
    "protection_spell.legal_basis": lv("tiesiskais pamats").en("legal basis"),
    "protection_spell.notified_on": lv("paziņošanas diena").en("day of notification"),
    "protection_spell.final_on": lv("nepārsūdzams kopš").en("final since"),
    "appeal.lodged_on": lv("iesniegšanas diena").en("day lodged"),
    "residence_spell.right": lv("uzturēšanās tiesības").en("right of residence"),
    "residence_spell.place": lv("pašvaldība vai centrs").en("municipality or centre"),
    "arrival.arrived_on": lv("ierašanās diena").en("day of arrival"),
    "arrival.manner": lv("ierašanās veids").en("manner of arrival"),
    "arrival.country": lv("izcelsmes valsts").en("country of origin"),
    "arrival.unaccompanied": lv("nepavadīts nepilngadīgais").en("unaccompanied minor"),
}

CODES: Mapping[Enum, Text] = {
    ProtectionKind.ASYLUM_SEEKER: lv("patvēruma meklētājs").en("asylum seeker"),
    ProtectionKind.REFUGEE: lv("bēgļa statuss").en("refugee status"),
    ProtectionKind.ALTERNATIVE_STATUS: lv("alternatīvais statuss").en("alternative status"),
    ProtectionKind.TEMPORARY_PROTECTION: lv("pagaidu aizsardzība").en("temporary protection"),
    ProtectionKind.REJECTED: lv("iesniegums noraidīts").en("application rejected"),
    ProtectionKind.REVOKED: lv("statuss atņemts").en("status revoked"),
    ProtectionKind.ANNULLED: lv("statuss anulēts").en("status annulled"),
    LegalBasis.ASYLUM_LAW: lv("Patvēruma likums").en("Asylum Law"),
    LegalBasis.UKRAINIAN_CIVILIANS_LAW: lv("Ukrainas civiliedzīvotāju atbalsta likums").en(
        "Law on Assistance to Ukrainian Civilians"
    ),
    AppealResult.DECISION_STANDS: lv("lēmums atstāts spēkā").en("decision stands"),
    AppealResult.DECISION_SET_ASIDE: lv("lēmums atcelts").en("decision set aside"),
    AppealResult.WITHDRAWN: lv("pārsūdzība atsaukta").en("appeal withdrawn"),
    CitizenshipKind.CITIZEN: lv("pilsonis").en("citizen"),
    CitizenshipKind.STATELESS: lv("bezvalstnieks").en("stateless"),
    CitizenshipKind.LATVIAN_NON_CITIZEN: lv("Latvijas nepilsonis").en("Latvian non-citizen"),
    CitizenshipKind.UNDETERMINED: lv("pilsonība nav noteikta").en("undetermined"),
    ResidenceRight.CITIZENSHIP: lv("pilsonība").en("citizenship"),
    ResidenceRight.PERMANENT_PERMIT: lv("pastāvīgās uzturēšanās atļauja").en("permanent permit"),
    ResidenceRight.TEMPORARY_PERMIT: lv("termiņuzturēšanās atļauja").en("temporary permit"),
    ResidenceRight.EU_FREE_MOVEMENT: lv("brīva pārvietošanās ES").en("EU free movement"),
    ResidenceRight.PENDING_PROCEDURE: lv("procedūra nav pabeigta").en("procedure pending"),
    ResidenceRight.NONE: lv("nav tiesību uzturēties").en("no right of residence"),
    ArrivalManner.OWN: lv("patstāvīgi").en("on their own"),
    ArrivalManner.RELOCATION: lv("pārvietošana").en("relocation"),
    ArrivalManner.RESETTLEMENT: lv("pārmitināšana").en("resettlement"),
}
