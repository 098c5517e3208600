"""What can be wrong with the JSON form of an expression."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "DUPLICATE_MEMBER",
    "NOT_A_FLAG",
    "NOT_A_LIST_OF_PARTS",
    "NOT_A_NAME",
    "NO_PARTS",
    "OTHER_KIND",
    "TEXTS_DIFFER",
    "TOO_LARGE",
    "TOO_MANY_FAULTS",
    "TOO_NESTED",
    "UNBOUND_ROW",
    "UNKNOWN_KIND",
    "ZERO_TERM",
]

UNKNOWN_KIND = Problem(
    kind="wire.unknown-kind",
    says=lv("tāda izteiksmes veida nav").en("there is no such kind of expression"),
    remedy=lv("rakstiet zināmu veidu: {names}").en("write a known one: {names}"),
)
OTHER_KIND = Problem(
    kind="wire.other-kind",
    says=lv("izteiksmes veids {found} šeit neder").en(
        "an expression of the kind {found} does not fit here"
    ),
    remedy=lv("rakstiet kādu no šiem: {names}").en("write one of these: {names}"),
)
NOT_A_NAME = Problem(
    kind="wire.not-a-name",
    says=lv("tas nav ieraksta veida, lauka, saites vai parametra nosaukums").en(
        "this is not the name of a record type, field, link or parameter"
    ),
    remedy=lv("lietojiet ne vairāk kā 100 latīņu burtu, ciparu un zīmju _ . -").en(
        "use at most 100 Latin letters, digits and _ . -"
    ),
)
NOT_A_FLAG = Problem(
    kind="wire.not-a-flag",
    says=lv("šeit jābūt true vai false").en("true or false must stand here"),
    remedy=lv("rakstiet to bez pēdiņām").en("write it without quotation marks"),
)
NOT_A_LIST_OF_PARTS = Problem(
    kind="wire.not-a-list-of-parts",
    says=lv("šeit jābūt sarakstam").en("a list must stand here"),
    remedy=lv("rakstiet daļas kvadrātiekavās").en("write its parts between square brackets"),
)
NO_PARTS = Problem(
    kind="wire.no-parts",
    says=lv("saraksts ir tukšs").en("the list is empty"),
    remedy=lv("nosauciet vismaz vienu").en("name at least one"),
)
DUPLICATE_MEMBER = Problem(
    kind="wire.duplicate-member",
    says=lv("kods sarakstā ir divreiz").en("a code is in the list twice"),
    remedy=lv("atstājiet vienu").en("leave it once"),
)
TEXTS_DIFFER = Problem(
    kind="wire.texts-differ",
    says=lv("abu valodu teksti nesader, vai tajos ir iekava, kas neko nenozīmē").en(
        "the texts in the two languages do not fit, or a brace in them means nothing"
    ),
    remedy=lv("rakstiet abus tekstus ar vieniem un tiem pašiem laukiem figūriekavās").en(
        "write both texts, with the same slots between braces"
    ),
)
ZERO_TERM = Problem(
    kind="wire.zero-term",
    says=lv("termiņš ir īsāks par mēnesi").en("the term is shorter than a month"),
    remedy=lv("rakstiet 1 vai vairāk mēnešu").en("write 1 month or more"),
)
UNBOUND_ROW = Problem(
    kind="wire.unbound-row",
    says=lv("rinda nav ne jautātais ieraksts, ne apkārt esoša saraksta ieraksts").en(
        "the row is neither the record asked about nor one of a list around"
    ),
    remedy=lv("lietojiet apkārt esoša saraksta rindu vai jautāto ierakstu, vienu visur").en(
        "use the row of a list around, or the record asked about, the same everywhere"
    ),
)
TOO_NESTED = Problem(
    kind="wire.too-nested",
    says=lv("izteiksme ir ligzdota dziļāk par {most}").en(
        "the expression is nested more than {most} deep"
    ),
    remedy=lv("lieciet tās daļas vienā all_of vai any_of").en(
        "give its parts to one all_of or any_of"
    ),
)
TOO_LARGE = Problem(
    kind="wire.too-large",
    says=lv("izteiksmē ir vairāk par {most} daļām").en("the expression has more than {most} parts"),
    remedy=lv("sadaliet to vairākās").en("divide it into several"),
)
TOO_MANY_FAULTS = Problem(
    kind="wire.too-many-faults",
    says=lv("kļūdu ir vairāk par {most}; pārējās nav nosauktas").en(
        "there are more than {most} faults; the others are not named"
    ),
    remedy=lv("izlabojiet nosauktās un lasiet vēlreiz").en("correct those, and read it again"),
)
