"""What can be wrong between the versions of one record, and with a version to be written."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "AFTER_ERASURE",
    "DERIVED_TYPE",
    "ERASED_STILL_THERE",
    "FIRST_NOT_RECORDED",
    "FROZEN_MOVED",
    "NOT_ITSELF",
    "NO_RECORD",
    "RECORDED_AGAIN",
    "RECORDED_BACKWARDS",
    "SAME_VERSION_TWICE",
    "UNKNOWN_TYPE",
    "VERSION_GAP",
    "WRONG_CLASS",
    "WRONG_KEY",
]

SAME_VERSION_TWICE = Problem(
    kind="wire.same-version-twice",
    says=lv("šī ieraksta versija datos ir vairākkārt").en(
        "this version of the record is there more than once"
    ),
    remedy=lv("atstājiet pareizo; jaunākai versijai dodiet nākamo numuru").en(
        "leave the right one; give a later version the next number"
    ),
)
VERSION_GAP = Problem(
    kind="wire.version-gap",
    says=lv("pirms šīs versijas kādas trūkst").en("a version before this one is missing"),
    remedy=lv("pievienojiet trūkstošo; versijas numurē pēc kārtas no 1").en(
        "add the missing one; versions count up from 1"
    ),
)
FIRST_NOT_RECORDED = Problem(
    kind="wire.first-not-recorded",
    says=lv("pirmā versija nav ieraksta sākums").en("the first version does not record anything"),
    remedy=lv("pirmajai versijai rakstiet recorded").en("write recorded for the first version"),
)
RECORDED_AGAIN = Problem(
    kind="wire.recorded-again",
    says=lv("vēlāka versija sāk ierakstu no jauna").en(
        "a later version records what is recorded already"
    ),
    remedy=lv("rakstiet, kas ar ierakstu noticis: changed, corrected, retracted vai erased").en(
        "say what it does to the record: changed, corrected, retracted or erased"
    ),
)
RECORDED_BACKWARDS = Problem(
    kind="wire.recorded-backwards",
    says=lv("versija ierakstīta agrāk nekā iepriekšējā").en(
        "the version was recorded before the one that it follows"
    ),
    remedy=lv("pārbaudiet recorded_on un sequence").en("check recorded_on and sequence"),
)
FROZEN_MOVED = Problem(
    kind="wire.frozen-field",
    says=lv("izmaiņa pārvieto to, kas vienreiz noteikts, piemēram, iestājoties").en(
        "a change moves what was settled once, as on the day of entry"
    ),
    remedy=lv("ja tas bija ierakstīts nepareizi, rakstiet corrected; citādi atstājiet, kā bija").en(
        "where it was written down wrongly, write corrected; else leave it as it was"
    ),
)
AFTER_ERASURE = Problem(
    kind="wire.version-after-erasure",
    says=lv("ierakstam ir versija pēc dzēšanas").en("the record has a version after its erasure"),
    remedy=lv("izdzēsiet to; ja dati atkal drīkst būt, lietojiet jaunu identifikatoru").en(
        "take it out; where data may be kept again, use a new id"
    ),
)
ERASED_STILL_THERE = Problem(
    kind="wire.erased-still-there",
    says=lv("ieraksts ir dzēsts, bet šajā agrākajā versijā vērtības palikušas").en(
        "the record is erased, and this older version still holds its values"
    ),
    remedy=lv("izdzēsiet arī šo versiju").en("erase this version too"),
)
UNKNOWN_TYPE = Problem(
    kind="wire.unknown-type",
    says=lv("nav tāda ierakstu veida").en("there is no such type of record"),
    remedy=lv("rakstiet zināmu veidu: {names}").en("write a known one: {names}"),
)
DERIVED_TYPE = Problem(
    kind="wire.derived-type",
    says=lv("šādus ierakstus izskaitļo no citiem; datnē tiem nav vietas").en(
        "such records are worked out from others; no file holds them"
    ),
    remedy=lv("izlaidiet tos").en("leave them out"),
)
WRONG_CLASS = Problem(
    kind="wire.wrong-class",
    says=lv("versijas ieraksts ir cita veida nekā versija").en(
        "the record of the version is of another type than the version"
    ),
    remedy=lv("lietojiet vienu veidu abiem").en("use one type for both"),
)
WRONG_KEY = Problem(
    kind="wire.wrong-key",
    says=lv("versijas ierakstam ir cits identifikators nekā versijai").en(
        "the record of the version has another id than the version"
    ),
    remedy=lv("lietojiet vienu identifikatoru abiem").en("use one id for both"),
)
NO_RECORD = Problem(
    kind="wire.no-record",
    says=lv("versijai trūkst ieraksta").en("the version has no record"),
    remedy=lv("pievienojiet ierakstu vai atsauciet to ar retracted").en(
        "add the record, or take it back with retracted"
    ),
)
NOT_ITSELF = Problem(
    kind="wire.not-lossless",
    says=lv("vērtība, ko uzrakstītu un nolasītu, vairs nebūtu tā pati").en(
        "the value would not be the same once written and read"
    ),
    remedy=lv("lietojiet vērtību, kādu paredz lauka apraksts").en(
        "use a value of the kind that the field declares"
    ),
)
