"""Sentences of a made-up project, and reports that show any figures for them."""

from datetime import date

from inclusion_core.periods import Period
from inclusion_core.reports.behind import STATED, Count
from inclusion_core.reports.report import (
    Cell,
    Drawing,
    Mark,
    Provenance,
    Report,
    Section,
    Table,
    TableRow,
)
from inclusion_core.reports.sentences.sentence import Counted, Promised, Rest, Sentence, ShareOf
from inclusion_core.sources import Source
from inclusion_core.texts import Plural, Text, lv

NEWS = Source(lv("Paziņojums").en("Announcement"), issued=date(2018, 12, 3))
PEOPLE, WORK, TALKS, HOURS = (
    Counted(metric=f"toy.{name}") for name in ("people", "work", "talks", "hours")
)
IN_RIGA = Counted(metric="toy.people", groups={"place": "RIGA"})

CLIENTS = Plural(
    lv_zero="unikālu klientu",
    lv_one="unikāls klients",
    lv_other="unikāli klienti",
    en_one="unique client",
    en_other="unique clients",
)
MENTORS = Plural(
    lv_zero="sociālo mentoru",
    lv_one="sociālais mentors",
    lv_other="sociālie mentori",
    en_one="social mentor",
    en_other="social mentors",
)
FAMILIES = Plural(
    lv_zero="ģimeņu", lv_one="ģimene", lv_other="ģimenes", en_one="family", en_other="families"
)

SUPPORT = Sentence(
    id="support",
    says=lv(
        "Laikā {period} atbalstu 12 mēnešus saņēma {people}, Rīgā {riga} un citur {elsewhere}; "
        "darbu atrada {share} klientu."
    ).en(
        "From {period} support for 12 months was given to {people}, in Rīga {riga} and elsewhere "
        "{elsewhere}; work was found by {share} of the clients."
    ),
    figures={
        "people": PEOPLE,
        "riga": IN_RIGA,
        "elsewhere": Rest(whole=PEOPLE, part=IN_RIGA),
        "share": ShareOf(part=WORK, whole=PEOPLE),
    },
    nouns={"people": CLIENTS},
    source=NEWS,
)
MENTORING = Sentence(
    id="mentoring",
    says=lv("{status_day:locative} sarunas vada {mentors}, sarunu ir {talks}.").en(
        "On {status_day} talks are led by {mentors}, and of talks there are {talks}."
    ),
    figures={"mentors": Counted(metric="toy.mentors"), "talks": TALKS},
    nouns={"mentors": MENTORS},
    source=NEWS,
)
PLAN = Sentence(
    id="plan",
    says=lv("Iecerēts palīdzēt {families}, Bauskas novadā {bauska}; vidēji {hours} stundas.").en(
        "The plan is to help {families}, in Bauska {bauska}; on average {hours} hours."
    ),
    figures={
        "families": Promised(metric="toy.families"),
        "bauska": Promised(metric="toy.families", of="BAUSKA"),
        "hours": HOURS,
    },
    nouns={"families": FAMILIES},
    source=NEWS,
)
SENTENCES = (SUPPORT, MENTORING, PLAN)

FIGURES = {
    PEOPLE.count: 146,
    IN_RIGA.count: 21,
    WORK.count: 34,
    Counted(metric="toy.mentors").count: 11,
    TALKS.count: 12_345,
    HOURS.count: 4,
}
"""What most tests begin with."""


def cell(value, behind):
    if isinstance(value, Cell):
        return Cell(value=value.value, unknown=value.unknown, behind=behind)
    return Cell(value=value, behind=behind)


def report(figures=FIGURES, *, promised=(100, 50), more=()):
    """A report with these figures by what is behind them, and the target of families."""
    title = lv("Skaitļi").en("Figures")
    rows = tuple(
        TableRow(
            id=f"{count.metric}/{place}",
            heading=Text.same(count.metric),
            cells=(cell(value, count),),
        )
        for place, (count, value) in enumerate((*figures.items(), *more))
    )
    targets = tuple(
        TableRow(
            id=key,
            heading=Text.same(key),
            cells=(
                Cell(value=Mark.NOT_APPLICABLE),
                cell(amount, STATED),
                cell(amount - 1 if isinstance(amount, int) else 0, Count(metric=key)),
            ),
        )
        for key, amount in zip(("toy.families", "toy.families/BAUSKA"), promised, strict=True)
    )
    return Report(
        id="toy.report",
        title=title,
        subtitle=title,
        sections=(
            Section(
                id="figures",
                title=title,
                tables=(
                    Table(
                        id="figures", title=title, row_heading=title, columns=(title,), rows=rows
                    ),
                    Table(
                        id="targets",
                        title=title,
                        row_heading=title,
                        columns=(title, title, title),
                        rows=targets,
                        drawing=Drawing(column=2, against=1),
                    ),
                ),
            ),
        ),
        provenance=Provenance(
            period=Period(date(2018, 6, 1), date(2018, 11, 30)),
            status_day=date(2018, 12, 3),
            known_on=date(2018, 12, 3),
            fingerprint="0" * 64,
            records=9,
            schema_version=1,
            versions=(),
        ),
    )
