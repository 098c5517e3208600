"""The public modules, by the page of the Python reference that shows them.

A name is shown in one place, with the way to import it that has the fewest words. Where a module
hands a name on it is named only, with a link to that place.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import TypeVar

import attrs

__all__ = ["FACE", "PAGES", "Page", "Place", "given", "module_of", "modules", "names_of", "places"]


@attrs.frozen
class Page:
    """One page of the Python reference.

    Attributes:
        name: Its file.
        title: Its heading.
        modules: What it shows, in this order; without the name of the package.
        given: What a program is handed or may have to catch, and need not import to use these
            modules: a module and names of it, a line each.
    """

    name: str
    title: str
    modules: tuple[str, ...]
    given: tuple[str, ...] = ()


@attrs.frozen
class Place:
    """Where a name is shown.

    Attributes:
        way: From where it is imported in the fewest words, and its name.
        module: The module under which it is shown.
    """

    way: str
    module: str


Name = tuple[str, str]
"""A module, and a name in it."""

FACE = "inclusion_core"

PAGES = (
    Page("face", "The names that most programs need", ("",)),
    Page(
        "ground",
        "Values, days, texts, errors",
        (
            *("values", "periods", "workdays", "truth", "texts", "sources", "findings", "errors"),
            *("fields", "vocabulary", "words", "shares", "dice", "markers", "migrations"),
            *("pages.lines", "pages.formulas"),
        ),
    ),
    Page(
        "records",
        "Records",
        (
            *("model", "model.client", "model.household", "model.status", "model.participation"),
            *("model.entry", "model.traits", "model.labour", "model.education", "model.plan"),
            *("model.need", "model.service", "model.outcome", "model.staff", "model.funding"),
            *("model.cost", "model.target", "model.place", "model.personal", "model.yes_no"),
            *("model.caseload", "model.versions"),
        ),
    ),
    Page(
        "language",
        "The language of conditions, and its readers",
        (
            *(
                "expr",
                "expr.handles",
                "expr.schema",
                "expr.rows",
                "expr.records",
                "expr.parameters",
            ),
            *("expr.objects", "expr.frames", "expr.generated", "expr.missing", "expr.nodes"),
        ),
        given=(
            "expr.answers: Answers",
            "expr.clauses: Clause",
            "expr.missing.open_fact: Place",
            "expr.traces: FieldRead ListRead RecordMissing",
        ),
    ),
    Page(
        "facts",
        "Facts",
        (
            *("facts.rows", "facts.subjects", "facts.moments", "facts.status_day", "facts.fact"),
            *("facts.table", "facts.cases", "facts.assumption", "facts.telling", "facts.schema"),
            "facts.derived_tables",
        ),
        given=("facts.declaration: Declaration",),
    ),
    Page(
        "rules",
        "Rules and limits",
        ("rules", "rules.rule", "rules.eligibility", "rules.amending", "rules.written", "limits"),
        given=(
            "expr.change_days: Change",
            "limits.days: EndDay",
            "rules.asking: Open",
            "rules.explanation: Explanation Step",
        ),
    ),
    Page(
        "checks",
        "Checks",
        (
            *("checks", "checks.check", "checks.looking", "checks.offered", "checks.held"),
            *("checks.consistency", "checks.limits_kept", "checks.loads", "checks.caps"),
            *("checks.days", "checks.double_funding", "checks.evidence", "checks.needed"),
            *("checks.persons", "checks.plans"),
        ),
    ),
    Page(
        "metrics",
        "Metrics and figures",
        (
            *("metrics.metric", "metrics.rate", "metrics.counting", "metrics.figures"),
            *("metrics.tally", "metrics.comparing", "metrics.inequalities", "metrics.gaps"),
            *("metrics.targets", "metrics.sampling.frame", "metrics.sampling.size"),
            *("metrics.sampling.drawing", "metrics.sampling.estimating"),
        ),
        given=(
            "metrics.bounds: Bounds Length",
            "metrics.sampling.stratum_answers: StratumAnswers",
        ),
    ),
    Page(
        "reports",
        "Reports",
        (
            *("reports.form", "reports.tables", "reports.data", "reports.report"),
            *("reports.behind", "reports.lineage", "reports.reconciling", "reports.formats"),
            *("reports.formats.wording", "reports.formats.json_reader"),
            *("reports.formats.json_schema", "reports.sentences.sentence"),
            *("reports.sentences.checking", "reports.sentences.telling", "submissions.folder"),
        ),
        given=(
            "metrics.adding_up: Progress",
            "pages.fragment: Fragment",
            "reports.asking: Asked",
            "reports.formats.json_values: Fault ReportFileError",
            "reports.formats.report_format: FormatFailedError",
            "reports.reconciling.bridge: Bridge Place Step",
            "reports.reconciling.missed: Missed WithoutClause",
            "reports.sentences.shown: Shown WhyNot",
            "submissions.asked: Asked",
            "submissions.corrections: Annex Correction Previous Span",
            "submissions.cover: Cover Edition Signing",
            "submissions.deviations: Deviation",
            "submissions.errors: SubmissionFileError",
            "submissions.figures: Promised ReportedFigure",
            "submissions.form: Duty",
            "submissions.making: Made",
            "submissions.moving: Moved Touched",
            "submissions.submission: Attachment Given Narrative Submission",
        ),
    ),
    Page(
        "publishing",
        "Publishing and disclosure",
        (
            *("publishing.audience", "publishing.published", "publishing.safe_tables"),
            *("publishing.releases.release", "publishing.releases.ledger"),
            *("publishing.releases.told", "disclosure.threshold", "disclosure.counts"),
            *("disclosure.hiding", "disclosure.audit", "disclosure.changes"),
        ),
        given=(
            "publishing.releases.earlier: Earlier",
            "publishing.releases.errors: LedgerBusyError LedgerError",
            "publishing.releases.held: Held",
            "publishing.tables_shown: SafeTables",
        ),
    ),
    Page(
        "data",
        "Ways in and out",
        (
            *("wire", "wire.expressions", "wire.json_schema", "wire.answer_schemas"),
            *("wire.components", "wire.layout", "wire.problems", "tables", "rows", "databases"),
            *("workbook.form", "workbook.template", "workbook.opening", "workbook.mapping"),
        ),
        given=(
            "databases.columns: ArrowEngine",
            "databases.database: ReportTables",
            "databases.store: Store",
            "rows.columns: Constant Joined OneColumn",
            "tables.taking: RecordsTaken",
            "workbook.filled: Column FilledRow FilledWorkbook",
            "workbook.mapping.mapped: Condition FixedText Heading Letter",
            "workbook.sheets: Grid RawSheet",
        ),
    ),
    Page(
        "research",
        "For researchers",
        ("frames", "impact"),
        given=(
            "frames.errors: NoFilesError NoSuchSubjectError UnreadableRegisterError",
            "frames.handing_over: Kind",
            "impact.clauses: ClauseMoved",
            "impact.comparing: NotComparableError",
            "impact.counted: Counted",
            "impact.figures: Apart Move",
            "impact.file_reader: StandingFileError",
            "impact.material: Known",
            "impact.moved: AssumptionMoved OnlyIn VersionBehind",
            "impact.standing: MetricStanding Place",
        ),
    ),
    Page(
        "cases",
        "One case",
        (
            *("lives.life", "lives.listing", "lives.picture", "lives.windows", "lives.changes"),
            *("lives.wording", "keeping", "cases"),
        ),
        given=(
            "cases.answers: Said",
            "cases.questions: Eligible Figure Found LimitCovers MayReceive RuleHolds WindowDay",
            "lives.axis: Axis",
            "lives.entries: Detail Event Stay",
            "lives.errors: NoSuchClientError NoSuchRecordError",
            "lives.lanes: Item Label Lane Seen",
            "lives.shapes: Bar Mark Stretch",
        ),
    ),
    Page(
        "plugins",
        "Plugins and the catalogue",
        (
            *(
                "hookspecs",
                "manager",
                "manager.plugins",
                "catalogue",
                "programmes",
                "deprecations",
                "samples",
            ),
            *("testing", "testing.conformance.checks", "testing.strategies"),
        ),
        given=(
            "manager.brought: Brought",
            "manager.patience: Patience",
            "testing.conformance.check: Broken Conformance",
            "testing.conformance.declared: Declared",
            "testing.conformance.given: BuiltSample Given",
            "testing.stories.book: Book",
            "testing.stories.client_story: ClientStory",
            "testing.stories.keyed: Keyed",
            "testing.stories.pages: Pages",
            "testing.stories.plan_story: GoalStory PlanStory",
            "testing.stories.record_story: RecordStory",
            "testing.stories.service_story: AssignmentStory ServiceStory",
            "testing.stories.stay_story: StayStory",
            "testing.worked_cases: Shown",
        ),
    ),
)


def modules() -> Iterator[ModuleType]:
    """The public modules, in the order of the pages."""
    for page in PAGES:
        for name in page.modules:
            yield module_of(name)


def module_of(name: str) -> ModuleType:
    return import_module(f"{FACE}.{name}".removesuffix("."))


def given(page: Page) -> Iterator[tuple[str, object]]:
    """What its modules hand out or raise, each with the way to it."""
    for line in page.given:
        module, names = line.split(": ")
        for name in names.split():
            yield f"{FACE}.{module}.{name}", getattr(module_of(module), name)


def names_of(module: ModuleType) -> tuple[str, ...]:
    """Its public names, but for modules that it hands on."""
    names = getattr(module, "__all__", None) or _made_in(module)
    return tuple(name for name in names if not inspect.ismodule(getattr(module, name)))


def _made_in(module: ModuleType) -> Iterator[str]:
    """The names of a module that lists none: what it does not import, and keeps for nobody."""
    typed = inspect.get_annotations(module)
    for name, each in vars(module).items():
        own = inspect.getmodule(each) is module or name in typed
        if own and name[0] != "_" and not isinstance(each, TypeVar):
            yield name


def places() -> Mapping[Name, Place]:
    """By each public name of each module the one place where it is shown."""
    ways: dict[tuple[str, int], list[str]] = {}
    for module in modules():
        for name in names_of(module):
            ways.setdefault((name, id(getattr(module, name))), []).append(module.__name__)
    found: dict[Name, Place] = {}
    for (name, _), through in ways.items():
        shortest = min(through, key=lambda module: module.count("."))
        home = next((module for module in through if module != FACE), FACE)
        found |= {(module, name): Place(f"{shortest}.{name}", home) for module in through}
    return found
