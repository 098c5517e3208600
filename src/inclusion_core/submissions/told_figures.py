"""The figures of a submission as tables: against targets, what deviates, what was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from inclusion_core.impact.words import counted_cell, counted_text
from inclusion_core.reports.report import Cell, Mark, Section, Table, TableRow
from inclusion_core.submissions.corrections import Correction
from inclusion_core.submissions.deviations import Deviation
from inclusion_core.submissions.figures import ReportedFigure
from inclusion_core.submissions.submission import Submission
from inclusion_core.submissions.wording import ACTS, NONE, NOT_SAID, SPANS
from inclusion_core.texts import Text, listing, lv

__all__ = [
    "corrections_section",
    "counted_cell",
    "counted_text",
    "deviations_section",
    "figures_section",
]

FIGURES = lv("Skaitļi un sasniedzamie rādītāji").en("Figures and targets")
PROGRESS = lv("Periodā, no sākuma un pret plānoto").en(
    "In the period, from the first day, and against the target"
)
MEASURE = lv("Rādītājs").en("Measure")
FIGURE_COLUMNS = (
    lv("Periodā").en("In the period"),
    lv("No sākuma").en("From the first day"),
    lv("Plānots sākotnēji").en("Target at first"),
    lv("Plānots ar grozījumiem").en("Target as amended"),
    lv("Līdz").en("Due on"),
    lv("Izpilde, %").en("Reached, %"),
)
FROM = lv("No sākuma: skaitīts no {day:genitive}.").en("From the first day: counted from {day}.")
PER_CENT_OF = lv(
    "Izpilde ir skaitlis no sākuma pret plānoto ar grozījumiem; kur no sākuma neskaita, skaitlis "
    "periodā."
).en(
    "Reached is the figure from the first day against the target as amended; where nothing is "
    "counted from the first day, the figure of the period."
)
DEVIATIONS = lv("Novirzes no plānotā").en("Deviations from the target")
DEVIATING = lv("Novirzes lielākas par {threshold} %").en("Deviations of more than {threshold} %")
DEVIATION_COLUMNS = (lv("Izpilde, %").en("Reached, %"), lv("Paskaidrojums").en("Explanation"))
CORRECTIONS = lv("Labojumi kopš iepriekšējā iesnieguma").en("Corrections since the last submission")
CORRECTED = lv("Iesniegumā Nr. {number} teiktais un kā tas iznāk tagad").en(
    "What submission {number} said, and how it comes out now"
)
CORRECTION_COLUMNS = (
    lv("Par ko").en("About"),
    lv("Bija").en("Was"),
    lv("Ir").en("Is"),
    lv("Cik citādi skaitītu").en("Counted otherwise"),
    lv("Ieraksti, kas par tiem kopš tā laika veikti").en("Records about them since then"),
    lv("Kāpēc").en("Why"),
)
HOW_MANY = lv("{act}: {number}").en("{act}: {number}")
OTHERWISE = lv(
    "{metric} {span}: arī tajā dienā zināmais tagad iznāk citādi, {again}: kopš tā laika dzēsti "
    "ieraksti vai mainījušās programmas."
).en(
    "{metric} {span}: also what was known on that day comes out otherwise now, {again}: records "
    "were erased since then, or the programs are others."
)
EMPTY = Mark.NOT_APPLICABLE


def figures_section(submission: Submission) -> Section:
    """The figures, with their targets."""
    start = submission.asked.counted_from
    table = Table(
        id="submission.figures",
        title=PROGRESS,
        row_heading=MEASURE,
        columns=FIGURE_COLUMNS,
        rows=tuple(_figure(each) for each in submission.figures),
        notes=(*((FROM.filled(day=start),) if start is not None else ()), PER_CENT_OF),
    )
    return Section(id="submission.figures", title=FIGURES, tables=(table,))


def _figure(figure: ReportedFigure) -> TableRow:
    target = figure.target
    return TableRow(
        id=figure.metric,
        heading=figure.says,
        cells=(
            counted_cell(figure.period, Mark.NOT_COLLECTED),
            counted_cell(figure.cumulative, EMPTY),
            Cell(value=EMPTY if target is None else target.first),
            Cell(value=EMPTY if target is None else target.amended),
            Cell(value=EMPTY if target is None or target.due_on is None else target.due_on),
            _per_cent(figure.per_cent),
        ),
    )


def _per_cent(per_cent: Decimal | None) -> Cell:
    return Cell(value=EMPTY if per_cent is None else per_cent)


def deviations_section(submission: Submission) -> Iterator[Section]:
    """What deviates from its target; nothing where nothing does."""
    if submission.deviations:
        table = Table(
            id="submission.deviations",
            title=DEVIATING.filled(threshold=submission.threshold),
            row_heading=MEASURE,
            columns=DEVIATION_COLUMNS,
            rows=tuple(_deviation(each) for each in submission.deviations),
        )
        yield Section(id="submission.deviations", title=DEVIATIONS, tables=(table,))


def _deviation(deviation: Deviation) -> TableRow:
    return TableRow(
        id=deviation.metric,
        heading=deviation.says,
        cells=(Cell(value=deviation.per_cent), _why(deviation.why)),
    )


def _why(why: Text) -> Cell:
    return Cell(value=why if why.en else NOT_SAID)


def corrections_section(submission: Submission) -> Iterator[Section]:
    """What was corrected of the last submission; nothing where there is none."""
    if submission.previous is not None:
        table = Table(
            id="submission.corrections",
            title=CORRECTED.filled(number=submission.previous.number),
            row_heading=MEASURE,
            columns=CORRECTION_COLUMNS,
            rows=tuple(_correction(each) for each in submission.corrections),
            notes=tuple(_otherwise(submission.corrections)),
        )
        yield Section(id="submission.corrections", title=CORRECTIONS, tables=(table,))


def _correction(each: Correction) -> TableRow:
    acts = [HOW_MANY.filled(act=ACTS[act], number=number) for act, number in each.acts]
    return TableRow(
        id=each.key,
        heading=each.says,
        cells=(
            Cell(value=SPANS[each.span]),
            counted_cell(each.old, EMPTY),
            counted_cell(each.new, EMPTY),
            Cell(value=each.subjects),
            Cell(value=listing(acts) if acts else NONE),
            _why(each.why),
        ),
    )


def _otherwise(corrections: Iterable[Correction]) -> Iterator[Text]:
    for each in corrections:
        if each.otherwise:
            yield OTHERWISE.filled(
                metric=each.says, span=SPANS[each.span], again=counted_text(each.again)
            )
