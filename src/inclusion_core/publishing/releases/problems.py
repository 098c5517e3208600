"""What can be wrong with a release, in words."""

from __future__ import annotations

from inclusion_core.findings import Severity
from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "DOES_NOT_ADD_UP",
    "MAY_BE_UNCOVERED",
    "NAMED_AGAIN",
    "NOT_A_NUMBER",
    "NOT_SHOWN_SO",
    "NO_AXIS",
    "NO_CODE",
    "NO_METRIC",
    "NO_SUCH_METRIC",
    "SHOWN_AGAIN",
    "SMALL_CHANGE",
    "SMALL_NUMBER",
    "TOLD_TWICE",
    "UNCOVERED",
]

# In an old publication.
NO_METRIC = Problem(
    kind="publishing.no-metric",
    says=lv("nav teikts, kas skaitīts").en("it is not said what is counted"),
    remedy=lv("ierakstiet rādītāja id").en("write the id of the metric"),
)
NO_SUCH_METRIC = Problem(
    kind="publishing.unknown-metric",
    says=lv("tāda rādītāja nav nevienā spraudnī").en("no plugin has such a metric"),
    remedy=lv("pārbaudiet id; skaitli salīdzinās tikai ar to pašu id visos ziņojumos").en(
        "check the id; the number is compared with the same id alone, in every report"
    ),
    severity=Severity.WARNING,
)
NO_AXIS = Problem(
    kind="publishing.code-without-axis",
    says=lv("kods ir, bet nav teikts, pēc kā dalīts").en(
        "there is a code, and it is not said on which axis"
    ),
    remedy=lv("ierakstiet dalījuma id, vai izņemiet kodu").en(
        "write the id of the axis, or take the code out"
    ),
)
NO_CODE = Problem(
    kind="publishing.axis-without-code",
    says=lv("dalījums ir, bet koda nav").en("there is an axis, and no code"),
    remedy=lv("ierakstiet kodu; * apzīmē visus nenosauktos, (none) un (unknown) - tos bez koda").en(
        "write the code; * is for all that are not named, (none) and (unknown) for those without"
    ),
)
NOT_SHOWN_SO = Problem(
    kind="publishing.not-a-kind-of-number",
    says=lv("tāda skaitļa veida nav").en("there is no such kind of number"),
    remedy=lv("rakstiet figure, unknown vai open").en("write figure, unknown or open"),
)
NOT_A_NUMBER = Problem(
    kind="publishing.not-a-number",
    says=lv("tas nav skaitlis").en("this is not a number"),
    remedy=lv("rakstiet 39, 4.5 vai hidden").en("write 39, 4.5 or hidden"),
)
TOLD_TWICE = Problem(
    kind="publishing.told-twice",
    says=lv("tas pats skaitīts jau {row}. rindā").en("row {row} counts the same"),
    remedy=lv("atstājiet vienu").en("leave one"),
)

# In what is published.
SMALL_NUMBER = Problem(
    kind="publishing.small-number",
    says=lv("parādīts skaitlis, kas mazāks par slieksni {persons}").en(
        "a number below the threshold of {persons} is shown"
    ),
    remedy=lv("publicējiet aizsargātu ziņojumu; kas jau publicēts, to vairs nevar paslēpt").en(
        "publish a protected report; what is published already can no longer be hidden"
    ),
)
UNCOVERED = Problem(
    kind="publishing.uncovered",
    says=lv(
        "{against}paslēpts skaitlis vai tā izmaiņa, kas mazāka par slieksni {persons}, ir "
        "izrēķināma precīzāk, nekā drīkst"
    ).en(
        "{against}a hidden number or a change of it, below the threshold of {persons}, can be "
        "worked out more closely than may be"
    ),
    remedy=lv("paslēpiet arī citus skaitļus tajā pašā rindā un ailē").en(
        "hide other numbers of the same row and column too"
    ),
)
MAY_BE_UNCOVERED = Problem(
    kind="publishing.may-be-uncovered",
    says=lv("{against}paslēpts skaitlis ir izrēķināms diezgan precīzi, un tas var būt mazs").en(
        "{against}a hidden number can be worked out rather closely, and may be a small one"
    ),
    remedy=lv(
        "ja tas ir mazāks par slieksni {persons}, paslēpiet arī citus skaitļus tajā pašā rindā"
    ).en("if it is below the threshold of {persons}, hide other numbers of the same row too"),
    severity=Severity.WARNING,
)
SMALL_CHANGE = Problem(
    kind="publishing.small-change",
    says=lv("{against}starpība ir mazāka par slieksni {persons}").en(
        "{against}the difference is below the threshold of {persons}"
    ),
    remedy=lv("paslēpiet skaitli; `report --releases` to dara pats").en(
        "hide the number; `report --releases` does so by itself"
    ),
)
SHOWN_AGAIN = Problem(
    kind="publishing.shown-again",
    says=lv("{against}skaitlis tur bija paslēpts, un te ir parādīts").en(
        "{against}the number was hidden there and is shown here"
    ),
    remedy=lv("paslēpiet to arī te").en("hide it here too"),
)
NAMED_AGAIN = Problem(
    kind="publishing.named-again",
    says=lv("{against}kods tur nebija nosaukts, un te ir").en(
        "{against}the code was not named there and is named here"
    ),
    remedy=lv("apvienojiet to ar citiem arī te").en("merge it with others here too"),
)
DOES_NOT_ADD_UP = Problem(
    kind="publishing.does-not-add-up",
    says=lv("{against}daļas kopā nedod parādīto kopskaitu").en(
        "{against}the parts do not make the total that is shown"
    ),
    remedy=lv("pārbaudiet skaitļus; šajā tabulā nav pārbaudīts, ko var izrēķināt").en(
        "check the numbers; what can be worked out in this table is not looked at"
    ),
    severity=Severity.WARNING,
)
