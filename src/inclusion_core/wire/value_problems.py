"""What can be wrong with the value of one field."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "BOTH_FILLED",
    "CONTROL_CHARACTER",
    "DERIVED_FIELD",
    "DUPLICATE_KEY",
    "EMPTY_TEXT",
    "FLOAT",
    "HALF_CHARACTER",
    "HUGE_NUMBER",
    "MAY_NOT_BE_ABSENT",
    "MAY_NOT_BE_UNKNOWN",
    "NOT_AN_ID",
    "NOT_A_CODE",
    "NOT_A_DAY",
    "NOT_A_DECIMAL",
    "NOT_A_FULL_DAY",
    "NOT_A_NUMBER",
    "NOT_A_REASON",
    "NOT_A_TEXT",
    "NOT_IN_CODE_LIST",
    "OUT_OF_BOUNDS",
    "REFUSED_BY_CLASS",
    "REQUIRED",
    "TELLING_ID",
    "TOO_LONG",
    "UNKNOWN_KEY",
    "VALUE_AFTER_REMOVAL",
]

REQUIRED = Problem(
    kind="wire.required",
    says=lv("lauks nav aizpildīts").en("the field is not filled in"),
    remedy=lv("ierakstiet vērtību; bez tās ieraksts nav saprotams").en(
        "write a value; the record means nothing without it"
    ),
)
NOT_A_TEXT = Problem(
    kind="wire.not-a-text",
    says=lv("šeit jābūt tekstam").en("a text must stand here"),
    remedy=lv("rakstiet vērtību kā tekstu; JSON dokumentā to liek pēdiņās").en(
        "write the value as a text, in JSON between quotation marks"
    ),
)
EMPTY_TEXT = Problem(
    kind="wire.empty-text",
    says=lv("teksts ir tukšs").en("the text is empty"),
    remedy=lv("ierakstiet tekstu vai, ja drīkst, lauku izlaidiet").en(
        "write a text or, where that is allowed, leave the field out"
    ),
)
TOO_LONG = Problem(
    kind="wire.too-long",
    says=lv("vērtība ir garāka par pieļauto").en("the value is longer than allowed"),
    remedy=lv("saīsiniet to; zīmju skaits nedrīkst pārsniegt {most}").en(
        "shorten it to at most {most} characters"
    ),
)
CONTROL_CHARACTER = Problem(
    kind="wire.control-character",
    says=lv("tekstā ir vadības zīme, piemēram, rindas beigas vai tabulators").en(
        "the text holds a control character, such as a line break or a tab"
    ),
    remedy=lv("aizstājiet to ar atstarpi").en("put a space in its place"),
)
HALF_CHARACTER = Problem(
    kind="wire.half-character",
    says=lv("tekstā ir tikai puse no zīmes (surogāts bez pāra)").en(
        "the text holds only half of a character (a lone surrogate)"
    ),
    remedy=lv("uzrakstiet tekstu no jauna").en("write the text anew"),
)
NOT_AN_ID = Problem(
    kind="wire.not-an-id",
    says=lv("tas nav identifikators").en("this is not an id"),
    remedy=lv(
        "lietojiet identifikatoru, kas par cilvēku neko neatklāj: ne vairāk kā 100 latīņu "
        "burtu bez garumzīmēm, ciparu un zīmju . _ : / -, sākumā burts vai cipars"
    ).en(
        "use an opaque id that says nothing about a person: at most 100 unaccented Latin "
        "letters, digits and . _ : / -, beginning with a letter or a digit"
    ),
)
TELLING_ID = Problem(
    kind="wire.telling-id",
    says=lv("identifikators izskatās pēc personas koda vai e-pasta adreses").en(
        "the id looks like a personal code or an e-mail address"
    ),
    remedy=lv(
        "identifikators nedrīkst neko atklāt par cilvēku: piešķiriet citu un to, "
        "kurš kuram pieder, glabājiet atsevišķi"
    ).en(
        "an id must be opaque, it says nothing about a person: give another one, and keep "
        "elsewhere which belongs to whom"
    ),
)
NOT_A_CODE = Problem(
    kind="wire.not-a-code",
    says=lv("tāda koda sarakstā nav").en("the list has no such code"),
    remedy=lv("rakstiet vienu no kodiem: {codes}").en("write one of the codes: {codes}"),
)
NOT_IN_CODE_LIST = Problem(
    kind="wire.not-a-code",
    says=lv("tas neizskatās pēc saraksta koda").en("this does not look like a code of the list"),
    remedy=lv("rakstiet kodu no saraksta: {title}").en("write a code of the list: {title}"),
)
NOT_A_DAY = Problem(
    kind="wire.not-a-day",
    says=lv("tā nav diena").en("this is not a day"),
    remedy=lv(
        "rakstiet 2018-04-15; ja vairāk nav zināms, 2018-04 vai 2018; "
        "dienu starp divām dienām kā 2018-04-15/2018-05-02"
    ).en(
        "write 2018-04-15; where no more is known, 2018-04 or 2018; "
        "a day between two days as 2018-04-15/2018-05-02"
    ),
)
NOT_A_FULL_DAY = Problem(
    kind="wire.not-a-full-day",
    says=lv("tā nav diena ar gadu, mēnesi un datumu").en(
        "this is not a day with year, month and date"
    ),
    remedy=lv("rakstiet 2018-04-15").en("write 2018-04-15"),
)
NOT_A_NUMBER = Problem(
    kind="wire.not-a-number",
    says=lv("tas nav vesels skaitlis").en("this is not a whole number"),
    remedy=lv("rakstiet tikai ciparus, bez atstarpēm, komatiem un nullēm sākumā").en(
        "write digits only, without spaces, commas and leading zeros"
    ),
)
OUT_OF_BOUNDS = Problem(
    kind="wire.out-of-bounds",
    says=lv("skaitlis ir ārpus robežām").en("the number is out of bounds"),
    remedy=lv("rakstiet skaitli, kas nav mazāks par {least} un lielāks par {most}").en(
        "write a number not smaller than {least} and not greater than {most}"
    ),
)
NOT_A_DECIMAL = Problem(
    kind="wire.not-a-decimal",
    says=lv("tas nav decimālskaitlis").en("this is not a decimal number"),
    remedy=lv("rakstiet 85 vai 83.87, ar punktu; JSON dokumentā to liek pēdiņās").en(
        "write 85 or 83.87, with a point; in JSON between quotation marks"
    ),
)
FLOAT = Problem(
    kind="wire.float",
    says=lv("skaitlis ir ar punktu vai pakāpi, vai nav skaitlis").en(
        "a number has a point or an exponent, or is none"
    ),
    remedy=lv('rakstiet veselu skaitli vai decimālskaitli pēdiņās: "83.87"').en(
        'write a whole number, or a decimal one between quotation marks: "83.87"'
    ),
)
HUGE_NUMBER = Problem(
    kind="wire.huge-number",
    says=lv("skaitlī ir pārāk daudz ciparu").en("the number has too many digits"),
    remedy=lv("rakstiet skaitli, kurā nav vairāk par 18 cipariem").en(
        "write a number of at most 18 digits"
    ),
)
NOT_A_REASON = Problem(
    kind="wire.not-a-reason",
    says=lv("nav pateikts, kāpēc vērtība nav zināma").en(
        "it is not said why the value is not known"
    ),
    remedy=lv("rakstiet vienu no iemesliem: {reasons}").en("write one of the reasons: {reasons}"),
)
MAY_NOT_BE_ABSENT = Problem(
    kind="wire.may-not-be-absent",
    says=lv("šeit nevar teikt, ka vērtības nav").en("it cannot be said here that there is none"),
    remedy=lv("ierakstiet vērtību").en("write a value"),
)
MAY_NOT_BE_UNKNOWN = Problem(
    kind="wire.may-not-be-unknown",
    says=lv("šai vērtībai jābūt zināmai").en("this value must be known"),
    remedy=lv("ierakstiet vērtību").en("write a value"),
)
BOTH_FILLED = Problem(
    kind="wire.both-filled",
    says=lv("ir gan vērtība, gan iemesls, kāpēc tā nav zināma").en(
        "there is both a value and a reason why it is not known"
    ),
    remedy=lv("vienu no abām šūnām atstājiet tukšu").en("leave one of the two cells empty"),
)
VALUE_AFTER_REMOVAL = Problem(
    kind="wire.value-after-removal",
    says=lv("ierakstā, kas atsaukts vai dzēsts, ir vērtība").en(
        "there is a value in what is retracted or erased"
    ),
    remedy=lv("atstājiet tukšus visus laukus pēc identifikatora un versijas ziņām").en(
        "leave all fields after the id and the facts about the version empty"
    ),
)
UNKNOWN_KEY = Problem(
    kind="wire.unknown-key",
    says=lv("{position}. nosaukums šeit nav zināms").en("name {position} is not known here"),
    remedy=lv("rakstiet zināmu nosaukumu: {names}").en("write a known one: {names}"),
)
DERIVED_FIELD = Problem(
    kind="wire.derived-field",
    says=lv("šo lauku izskaitļo no citiem; datnē tam nav vietas").en(
        "this field is worked out from others; no file holds it"
    ),
    remedy=lv("izlaidiet to").en("leave it out"),
)
DUPLICATE_KEY = Problem(
    kind="wire.duplicate-key",
    says=lv("viens nosaukums šeit stāv divreiz").en("one name stands here twice"),
    remedy=lv("atstājiet to vienreiz").en("leave it once"),
)
REFUSED_BY_CLASS = Problem(
    kind="wire.contradicts-itself",
    says=lv("ieraksta lauki nav savienojami").en("the fields of the record do not go together"),
    remedy=lv("pārbaudiet ierakstu pret tā apraksta noteikumiem").en(
        "check the record against the rules of its description"
    ),
)
