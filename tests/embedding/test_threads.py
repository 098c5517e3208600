"""Many threads at once give what one gives: one catalogue, one caseload, caches cold or small."""

import ast
import asyncio
import re
import sqlite3
import subprocess
import sys
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest

import inclusion_core
from inclusion_core import (
    Audience,
    Caseload,
    Cases,
    Journal,
    Language,
    Period,
    ReportData,
    contradictions,
    hookimpl,
    load_catalogue,
    published,
    read_journal,
    write_journal,
)
from inclusion_core.checks.examined import Examined
from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.expr import completed_years, subject
from inclusion_core.expr.generated import compiled
from inclusion_core.expr.generated.reader import GeneratedReader
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.facts.rows import ClientRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.frames import opening
from inclusion_core.manager import Plugin, installed_plugins
from inclusion_core.model.client import Client
from inclusion_core.publishing.releases import ledger
from inclusion_core.publishing.releases.errors import LedgerBusyError
from inclusion_core.publishing.releases.ledger import entered, opened
from inclusion_core.publishing.releases.release import Release
from inclusion_core.truth import Truth
from inclusion_core.wire import json_document
from inclusion_core.workbook.marking import copying

SOURCE = Path(inclusion_core.__file__).parent
PLUGINS = SOURCE.parents[1] / "plugins"
PAGE = SOURCE.parents[1] / "docs" / "explanation" / "threads-and-processes.md"
TODAY = date(2018, 12, 3)
YEAR = Period(date(2018, 1, 1), date(2018, 12, 31))
PROGRAMME, FORM = "sif.motivation", "sif.motivation.results-2018"
MANY = 6


@contextmanager
def switching_often():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def at_once(*works):
    """What each work gives, or raises, when all begin together on threads of their own."""
    done = [None] * len(works)
    gate = threading.Barrier(len(works))

    def run(at, work):
        gate.wait()
        try:
            done[at] = work()
        except Exception as error:  # noqa: BLE001  compared with what is expected
            done[at] = error

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    with switching_often():
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return done


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture(scope="module")
def journal(catalogue):
    return catalogue.samples[PROGRAMME].build(1)


class Shared:
    """One caseload and what is made of it, for all threads; nothing is worked out yet."""

    def __init__(self, catalogue, journal):
        self.catalogue, self.journal = catalogue, journal
        self.caseload = journal.as_known_on(TODAY)
        self.cases = Cases.of(self.caseload, catalogue.schema)
        self.data = self.data_on(None)
        self.form = catalogue.report(FORM)
        self.asked = {"period": YEAR, "status_day": TODAY}
        self.report = self.form.filled_in(self.data, **self.asked)
        self.lineage = self.form.lineage(self.data, **self.asked)
        self.tables = self.data_on("polars")

    def data_on(self, engine):
        return ReportData.of_caseload(self.caseload, self.catalogue.schema, engine=engine)

    def assessed(self):
        service = self.catalogue.eligibility(PROGRAMME)
        found = [(each.participation.id, verdict) for each, verdict in service.verdicts(self.cases)]
        told = [
            service.assess_standing(each, TODAY).explain("lv")
            for each, _ in list(service.verdicts(self.cases))[:3]
        ]
        return found, told

    def checked(self):
        checks = self.catalogue.checks_for([PROGRAMME])
        return contradictions(self.caseload, self.catalogue.schema, checks, self.journal)

    def counted(self):
        return self.form.filled_in(self.data, **self.asked)

    def counted_on_polars(self):
        return self.form.filled_in(self.tables, **self.asked)

    def rendered(self):
        return [
            self.catalogue.formats[key].render(self.report, Language.LV)
            for key in ("html", "json", "xlsx", "md")
        ]

    def published(self):
        return published(self.report, self.lineage, Audience.PUBLIC, threshold=Threshold())

    def traced(self):
        metric = min(self.lineage.metrics)
        subjects = self.lineage.listing(metric).subjects[:5]
        return [self.lineage.explained(metric, each.id) for each in subjects]

    def written(self):
        written = json_document.write(self.journal, self.catalogue.schema)
        return written, json_document.read(written, self.catalogue.schema).journal


WORKS = (
    Shared.assessed,
    Shared.checked,
    Shared.counted,
    Shared.counted_on_polars,
    Shared.rendered,
    Shared.published,
    Shared.traced,
    Shared.written,
)


@pytest.fixture(scope="module")
def expected(catalogue, journal):
    alone = Shared(catalogue, journal)
    return {each.__name__: each(alone) for each in WORKS}


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.__name__)
def test_the_same_work_on_many_threads_gives_what_it_gives_on_one(
    catalogue, journal, expected, work
):
    shared = Shared(catalogue, journal)
    done = at_once(*[lambda: work(shared)] * 3)

    assert done == [expected[work.__name__]] * 3


@pytest.mark.parametrize("kept", [compiled.MOST_KEPT, 2])
def test_all_works_beside_one_another_give_what_they_give_alone(
    catalogue, journal, expected, kept, monkeypatch
):
    monkeypatch.setattr(compiled, "_KEPT", compiled._Kept(kept))
    shared = Shared(catalogue, journal)
    done = at_once(*(lambda work=work: work(shared) for work in WORKS))

    assert dict(zip(expected, done, strict=True)) == expected


def test_tables_on_duckdb_belong_to_one_thread_each(catalogue, journal, expected):
    shared = Shared(catalogue, journal)

    def counted():
        return shared.form.filled_in(shared.data_on("duckdb"), **shared.asked)

    assert at_once(counted, counted) == [expected["counted"]] * 2


def test_tables_on_duckdb_that_threads_share_are_refused_by_it_and_never_counted_wrongly(
    catalogue, journal, expected
):
    shared = Shared(catalogue, journal)
    data = shared.data_on("duckdb")
    done = at_once(*[lambda: shared.form.filled_in(data, **shared.asked)] * 3)

    assert all(isinstance(each, Exception) or each == expected["counted"] for each in done)
    assert shared.form.filled_in(data, **shared.asked) == expected["counted"]


def test_expressions_are_compiled_while_others_are_forgotten(monkeypatch):
    monkeypatch.setattr(compiled, "_KEPT", compiled._Kept(2))
    client = subject(ClientRow)
    clients = [
        Client(id=f"c-{n}", provider_id="p-1", born_on=date(1960 + n, 1, 1)) for n in range(30)
    ]
    records = Records(SCHEMA, Caseload.of_records(clients, known_on=TODAY).records)
    conditions = [(completed_years(client.born_on, TODAY) >= years).node for years in range(20, 50)]

    def read(reader):
        return [reader.truth(each, one) for each in conditions for one in clients]

    expected = read(ObjectReader(records, known_on=TODAY))
    done = at_once(*[lambda: read(GeneratedReader(records, known_on=TODAY))] * MANY)

    assert done == [expected] * MANY
    assert {*expected} == {Truth.YES, Truth.NO}


# The catalogue.


def test_catalogues_loaded_at_once_are_as_one_loaded_alone(catalogue):
    streams = sys.stdin, sys.stdout, sys.stderr
    done = at_once(*[load_catalogue] * 3)

    for each in done:
        assert attrs.evolve(each, remarks=()) == attrs.evolve(catalogue, remarks=())
        assert each.remarks == catalogue.remarks
    assert (sys.stdin, sys.stdout, sys.stderr) == streams


@pytest.mark.counted
def test_a_plugin_that_loads_the_catalogue_is_told_at_once_that_it_cannot():
    @hookimpl
    def inclusion_metrics():
        load_catalogue([])
        return ()

    careless = Plugin(
        name="careless",
        distribution="inclusion-careless",
        version=installed_plugins()[0].version,
        load=lambda: SimpleNamespace(inclusion_metrics=inclusion_metrics),
    )
    began = time.monotonic()
    (fault,) = load_catalogue([careless], patience=30).faults

    assert "it loads the catalogue, which waits for it" in fault.problem
    assert time.monotonic() - began < 20


# What is kept.


def test_what_one_thread_works_out_is_given_though_another_began_to_keep_anew(journal):
    """Two threads that ask for the first time each make a mapping, and one of these is left."""
    examined = Examined(caseload=journal.as_known_on(TODAY), schema=SCHEMA)

    def work_out():
        object.__setattr__(examined, "_worked_out", {})  # as the slower thread does
        return "found"

    assert examined.once("key", work_out) == "found"
    assert examined.once("key", lambda: "again") == "again"


@cache
def sources():
    """The modules of the library and its plugins; the kit is for authors' tests."""
    found = (*SOURCE.rglob("*.py"), *PLUGINS.glob("*/src/**/*.py"))
    return {
        path: ast.parse(text)
        for path in found
        if not {"template", "testing"} & {*path.parts}
        and re.search("cache|Weak|_Kept|Lock|count|Context|local", text := path.read_text("utf-8"))
    }


def classes():
    for path, tree in sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                yield path, node


def test_a_mapping_that_is_filled_bit_by_bit_is_asked_for_once_in_a_method():
    """Asked for twice, it may be another one: see the test above."""
    found = []
    for path, node in classes():
        methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
        lazy = {
            each.name
            for each in methods
            if any(ast.unparse(one).endswith("cached_property") for one in each.decorator_list)
            and ast.unparse(each.body[-1]) in {"return {}", "return []", "return set()"}
        }
        for method in methods:
            for name in lazy:
                asked = [
                    one
                    for one in ast.walk(method)
                    if isinstance(one, ast.Attribute) and ast.unparse(one) == f"self.{name}"
                ]
                found.append((path.name, node.name, method.name, name, len(asked)))

    assert max(each[-1] for each in found if each[2] != "naming") == 1
    assert len({each[3] for each in found}) > 10


def kept_by_modules():
    """What the modules keep from call to call: names, and what keeps them."""
    for path, tree in sources().items():
        root = (
            SOURCE.parent
            if SOURCE in path.parents
            else path.parents[len(path.parts) - path.parts.index("src") - 2]
        )
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                how = [ast.unparse(each).partition("(")[0] for each in node.decorator_list]
                if {"cache", "lru_cache", "functools.cache", "functools.lru_cache"} & set(how):
                    yield f"{module}.{node.name}"
        for node in tree.body:
            target = (
                node.target if isinstance(node, ast.AnnAssign)
                else node.targets[0] if isinstance(node, ast.Assign) else None
            )  # fmt: skip
            value = getattr(node, "value", None)
            if target is not None and isinstance(value, ast.Call):
                made = ast.unparse(value.func).rpartition(".")[2]
                if re.fullmatch(
                    r"Weak\w+|_Kept|\w*Lock|count|ContextVar|local|OrderedDict|dict|list|set|defaultdict|deque",
                    made,
                ):
                    yield f"{module}.{target.id}"


def test_the_page_lists_all_that_modules_keep():
    text = PAGE.read_text(encoding="utf-8")
    listed = re.findall(r"^\| `((?:inclusion_\w+\.)[\w.]+)` \|", text, re.MULTILINE)

    assert sorted(listed) == sorted(set(kept_by_modules()))


def test_nothing_ambient_decides():
    """No context variable, no thread's own: what is asked is all that an answer depends on."""
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^(from|import) (contextvars|asyncio)\b", text, re.MULTILINE), path
        assert "threading.local" not in text
        assert not re.search(r"^\s+global ", text, re.MULTILINE), path


# What a process has only once.


def test_warnings_are_as_they_were_after_workbooks_are_opened_at_once(tmp_path):
    book = copying.empty_workbook()
    book.create_sheet("sheet")
    path = tmp_path / "book.xlsx"
    path.write_bytes(copying.bytes_of(book))
    before = list(warnings.filters)
    books = at_once(*[lambda: copying.opened(path, with_macros=False)] * MANY)

    assert [each.sheetnames for each in books] == [["sheet"]] * MANY
    assert list(warnings.filters) == before


def test_one_workbook_is_opened_at_a_time(tmp_path):
    """The filters of warnings are put back by who changed them last only if nobody is between."""
    assert copying._ONE_AT_A_TIME.acquire(timeout=1)
    path = tmp_path / "book.xlsx"
    path.write_bytes(copying.bytes_of(filled_workbook()))
    waiting = threading.Thread(target=copying.opened, args=(path,), kwargs={"with_macros": False})
    waiting.start()
    waiting.join(0.2)
    try:
        assert waiting.is_alive()
    finally:
        copying._ONE_AT_A_TIME.release()
    waiting.join(10)
    assert not waiting.is_alive()


def filled_workbook():
    book = copying.empty_workbook()
    book.create_sheet("sheet")
    return book


def release(key):
    return Release(
        id=key,
        day=TODAY,
        form=FORM,
        period=YEAR,
        threshold=Threshold(),
        document="0" * 64,
        numbers=(),
    )


def test_releases_entered_at_once_are_all_entered(tmp_path):
    keys = [f"release-{number}" for number in range(MANY)]
    done = at_once(*(lambda key=key: entered(tmp_path, release(key)) for key in keys))

    assert not [each for each in done if isinstance(each, Exception)]
    assert sorted(each.id for each in opened(tmp_path).entries) == keys


def test_of_journals_written_to_one_document_at_once_one_stands_whole(journal, catalogue, tmp_path):
    path = tmp_path / "caseload.json"
    journals = [
        Journal(tuple(each for each in journal.versions if each.recorded_on.year <= year))
        for year in (2016, 2017, 2018)
    ]
    done = at_once(
        *(lambda one=one: write_journal(one, path, catalogue.schema) for one in journals)
    )
    kept = len(read_journal(path, catalogue.schema).journal.versions)

    assert done == [None] * 3
    assert kept in {len(each.versions) for each in journals}
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_files_that_are_read_while_they_are_written_anew_are_read_whole(
    journal, catalogue, tmp_path
):
    write_journal(journal, tmp_path / "data", catalogue.schema)

    def read():
        return read_journal(tmp_path / "data", catalogue.schema)

    def write():
        return write_journal(journal, tmp_path / "data", catalogue.schema)

    *done, _, _ = at_once(read, read, write, write)

    assert [(each.journal, each.findings) for each in done] == [(read().journal, ())] * 2


@pytest.mark.counted
def test_who_waits_too_long_for_somebody_else_who_enters_a_release_is_told_so(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(ledger, "PATIENCE", 0.0)
    with closing(sqlite3.connect(tmp_path / ledger.LOCK)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerBusyError, match="try again"):
            entered(tmp_path, release("one"))

    assert entered(tmp_path, release("one")) == opened(tmp_path).last


@pytest.mark.counted
def test_a_folder_of_the_process_is_left_alone_by_others(monkeypatch, tmp_path):
    folder = tmp_path / "aside"
    folder.mkdir()
    opening._taken_away(str(folder), -1)
    assert folder.exists()

    opening._taken_away(str(folder), opening.os.getpid())
    assert not folder.exists()


# An event loop.


def test_an_event_loop_hands_the_work_to_threads(catalogue, journal, expected):
    shared = Shared(catalogue, journal)

    async def serve():
        return await asyncio.gather(
            asyncio.to_thread(shared.counted), asyncio.to_thread(shared.rendered)
        )

    with ThreadPoolExecutor(1) as own:  # there may be a loop in this thread already
        served = own.submit(asyncio.run, serve()).result()
    assert served == [expected["counted"], expected["rendered"]]


# Importing.

IMPORTED = """
import sys, threading
seen = []
def hear(event, arguments):
    if event == "open" and not str(arguments[0]).endswith((".py", ".pyc")):
        seen.append(arguments[0])
    if event.startswith(("socket.", "subprocess.", "os.system", "os.mkdir", "tempfile.")):
        seen.append(event)
sys.addaudithook(hear)
import inclusion_core
print(len(seen), threading.active_count())
"""


def test_importing_reads_no_file_and_starts_no_thread():
    run = subprocess.run(
        [sys.executable, "-S", "-c", IMPORTED],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(SOURCE.parent), "PYTHONDONTWRITEBYTECODE": "1"},
    )

    assert run.stdout.split() == ["0", "1"]
