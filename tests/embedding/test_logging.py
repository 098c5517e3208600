"""What the library logs: at few points, counts and names alone, and nothing unless it is asked."""

import ast
import json
import logging
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

import inclusion_core
from inclusion_core import (
    Audience,
    Caseload,
    Journal,
    Language,
    Period,
    ReportData,
    Version,
    contradictions,
    hookimpl,
    load_catalogue,
    published,
    read_journal,
    tables,
    write_journal,
)
from inclusion_core.cli import main
from inclusion_core.databases import ConflictError, Database
from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import DerivedRecord, FieldKind, type_name
from inclusion_core.frames import register
from inclusion_core.keeping import erased
from inclusion_core.manager import Plugin
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.client import Client
from inclusion_core.publishing.releases.ledger import entered
from inclusion_core.publishing.releases.release import Release
from inclusion_core.values import NOT_ASKED

SOURCE = Path(inclusion_core.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "logging.md"
DAY = date(1971, 3, 17)
WRITTEN = date(2018, 1, 2)
TODAY = date(2018, 12, 3)
HALF_YEAR = Period(date(2018, 6, 1), date(2018, 11, 30))
OF_EVERY_RECORD = vars(logging.makeLogRecord({})).keys() | {"message", "asctime", "taskName"}
CANARIES = ("1971", "19731973", "19.74", "CANARY", "ZZ", "canary", "person-7")
FORM = "sif.mentoring.interim"


def value_of(field):
    """An unmistakable value of a field."""
    match field.kind:
        case FieldKind.REFERENCE:
            return f"{field.reference.to}-canary"
        case FieldKind.CODE if field.enum is not None:
            return max(field.enum, key=lambda member: len(member.value))
        case FieldKind.CODE:
            return "ZZ" if "3166-1" in field.code_list.title else NOT_ASKED
        case FieldKind.DAY:
            return DAY
        case FieldKind.NUMBER:
            return min(19731973, field.bounds.most - 7)
        case FieldKind.DECIMAL:
            return Decimal("19.74")
    return "CANARY-PLACE"


def record_of(record_class):
    name = type_name(record_class)
    values = {each.name: value_of(each) for each in SCHEMA[name].recorded_fields[1:]}
    for field in SCHEMA[name].recorded_fields[1:]:
        if values[field.name] is NOT_ASKED and not field.may_be_unknown:
            values[field.name] = "canary.code"
    return record_class(id=f"{name}-canary", **values)


def version_of(record, **others):
    return Version(
        record_type=type_name(type(record)),
        record_id=record.id,
        recorded_on=WRITTEN,
        recorded_by="person-7",
        record=record,
        **others,
    )


@pytest.fixture(scope="module")
def journal():
    classes = [each for each in RECORD_CLASSES if not issubclass(each, DerivedRecord)]
    return Journal(tuple(version_of(record_of(each)) for each in classes))


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


class Listener(logging.Handler):
    """Keeps what is logged."""

    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(record)

    @property
    def events(self):
        return [record.event for record in self.records]


@pytest.fixture
def listener():
    logger, listener = logging.getLogger("inclusion_core"), Listener()
    before = logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.DEBUG)
    yield listener
    logger.setLevel(before)
    logger.removeHandler(listener)


def plugin(name, load):
    own = inclusion_core.manager.installed_plugins()[0].version
    return Plugin(name=name, distribution=f"inclusion-{name}", version=own, load=load)


@hookimpl
def inclusion_metrics():
    return ()


def load_plugins():
    """One that takes part, of which there is a remark, and one that is left out."""

    def printing():
        sys.stdout.write("hello")
        return SimpleNamespace(inclusion_metrics=inclusion_metrics)

    def broken():
        raise RuntimeError("no")

    load_catalogue([plugin("loud", printing), plugin("bad", broken)])


def files(journal, folder):
    """A folder of CSV, with a damaged row, and a folder of Parquet as a register."""
    write_journal(journal, folder / "csv", SCHEMA)
    path = folder / "csv" / "client.csv"
    path.write_text(path.read_text(encoding="utf-8") + "person-7,CANARY\n", encoding="utf-8")
    assert read_journal(folder / "csv", SCHEMA).findings
    tables.write(journal, folder / "parquet", SCHEMA)
    read_journal(folder / "parquet", SCHEMA)
    register(folder / "parquet")


def a_database(journal, folder):
    address = f"sqlite:///{folder / 'cases.db'}"
    database = Database.create(address)
    Database.upgrade(address, SCHEMA)
    clients = [each for each in journal.versions if each.record_type == "client"]
    database.append(clients)
    with pytest.raises(ConflictError):
        database.append([version_of(clients[0].record, version=9)])
    database.rewrite(
        lambda whole: erased(
            whole, "client-canary", SCHEMA, on=TODAY, by="person-7", because="CANARY"
        )
    )


def a_report(catalogue, caseload):
    form = catalogue.report(FORM)
    given = {
        "data": ReportData.of_caseload(caseload, catalogue.schema),
        "period": HALF_YEAR,
        "status_day": TODAY,
    }
    report = form.filled_in(**given)
    shown = published(report, form.lineage(**given), Audience.PUBLIC, threshold=Threshold())
    catalogue.formats["html"].render(shown, Language.LV)


def a_release(folder):
    entered(
        folder,
        Release(
            id="first",
            day=TODAY,
            form=FORM,
            period=HALF_YEAR,
            threshold=Threshold(persons=10, households=10),
            document="0" * 64,
            numbers=(),
        ),
    )


def an_extract(journal, folder):
    write_journal(journal, folder / "caseload.json", SCHEMA)
    key, out = str(folder / "key"), str(folder / "extract")
    assert main(["extract", "--new-key", key]) == 0
    data = str(folder / "caseload.json")
    main(["extract", "--key", key, "--release", "one", "--to", out, "eea.person", data])


# What is logged, and that the page says all of it.


def declared():
    """Logger, event, level and attributes of every line of the sources that logs."""
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "_LOG" not in text:
            continue
        module = ast.parse(text)
        named = re.findall(r'_LOG = getLogger\("(inclusion_core\.[a-z]+)"\)', ast.unparse(module))
        named += re.findall(r"_LOG = getLogger\('(inclusion_core\.[a-z]+)'\)", ast.unparse(module))
        for function in ast.walk(module):
            if isinstance(function, ast.FunctionDef):
                yield from calls_in(function, named)


def calls_in(function, named):
    told = {}
    nodes = sorted(
        (each for each in ast.walk(function) if isinstance(each, ast.Assign | ast.Call)),
        key=lambda each: each.lineno,
    )
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            told[node.targets[0].id] = node.value
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("_LOG."):
            message, arguments = node.args
            (extra,) = node.keywords
            assert extra.arg == "extra"
            assert ast.unparse(extra.value) == ast.unparse(arguments)
            given = told[arguments.id]
            names = [key.value for key in given.keys]
            assert names[0] == "event"
            (logger,) = named
            level = ast.unparse(node.func).removeprefix("_LOG.")
            yield logger, given.values[0].value, level, tuple(names[1:]), message.value


DECLARED = sorted(set(declared()))


def test_the_page_lists_every_line_that_is_logged():
    rows = [
        tuple(cell.strip().strip("`") for cell in line.strip("|").split("|"))
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `inclusion_core.")
    ]

    assert sorted(
        (logger, event, level, attributes) for logger, event, level, attributes, _ in rows
    ) == [
        (logger, event, level, "`, `".join(attributes))
        for logger, event, level, attributes, _ in dict.fromkeys(
            (*each[:4], "") for each in DECLARED
        )
    ]


@pytest.mark.parametrize(
    ("event", "attributes", "message"), [(each[1], each[3], each[4]) for each in DECLARED]
)
def test_a_message_tells_attributes_alone_and_none_stands_in_the_way_of_logging(
    event, attributes, message
):
    assert set(re.findall(r"%\((\w+)\)[sd]", message)) <= set(attributes)
    assert not re.search(r"%(?!\()", message)
    assert OF_EVERY_RECORD.isdisjoint({"event", *attributes})
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", event)


def test_only_what_the_module_says_is_logged():
    """Nobody logs past the loggers that the page lists."""
    loggers = {path: re.findall(r"getLogger\((.*?)\)", path.read_text(encoding="utf-8"))
               for path in SOURCE.rglob("*.py")}  # fmt: skip
    face = {
        SOURCE / "__init__.py": ["__name__"],
        SOURCE / "cli" / "hearing.py": ['"inclusion_core"'],
    }
    listed = {f'"{each[0]}"' for each in DECLARED}

    for path, names in loggers.items():
        assert names == face.get(path, names)
        assert path in face or len(names) <= 1
        assert path in face or set(names) <= listed


# Values, and silence.


def test_no_value_of_a_client_is_logged_at_any_level(listener, journal, catalogue, tmp_path):
    caseload = journal.as_known_on(TODAY)
    load_plugins()
    files(journal, tmp_path)
    a_database(journal, tmp_path)
    contradictions(caseload, SCHEMA)
    a_report(catalogue, caseload)
    a_release(tmp_path / "releases")
    an_extract(journal, tmp_path)

    assert set(listener.events) == {each[1] for each in DECLARED}
    for record in listener.records:
        own = {name: each for name, each in vars(record).items() if name not in _PLACE}
        said = f"{record.getMessage()} {own!r} {json.dumps(extra_of(record))}"
        assert not [each for each in CANARIES if each in said], record.event
        assert record.exc_info is None
        assert record.stack_info is None


_PLACE = {"created", "msecs", "relativeCreated", "thread", "process", "lineno", "pathname"}


def extra_of(record):
    """What a formatter of JSON finds beside what every record has."""
    return {name: each for name, each in vars(record).items() if name not in OF_EVERY_RECORD}


def test_the_canaries_would_be_seen(journal):
    said = repr([[str(getattr(each.record, name)) for name in each.record.__slots__
                  if name != "__weakref__"] for each in journal.versions])  # fmt: skip

    assert {each for each in CANARIES if each not in said} == {"person-7"}
    assert {each.recorded_by for each in journal.versions} == {"person-7"}


PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from inclusion_core import SCHEMA, load_catalogue, read_journal
from inclusion_core.manager import Plugin

def broken():
    raise RuntimeError("no")

plugin = Plugin(name="bad", distribution="inclusion-bad", version="0.1.0", load=broken)
assert len(load_catalogue([plugin]).faults) == 1
path = Path(sys.argv[1]) / "client.csv"
path.write_text("id,recorded_on\\nc-1,yesterday\\n")
assert read_journal(path.parent, SCHEMA).findings
"""


def test_nothing_is_told_where_nobody_asked(tmp_path):
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert (run.stdout, run.stderr) == ("", "")


def test_the_root_of_the_package_has_a_handler_that_tells_nobody():
    handlers = logging.getLogger("inclusion_core").handlers

    assert [type(each) for each in handlers].count(logging.NullHandler) == 1
    assert logging.getLogger("inclusion_core").level == logging.NOTSET


def test_a_line_is_a_line_however_many_records_there_are(listener, catalogue):
    counts = []
    for number in (3, 300):
        clients = [Client(id=f"c-{each}", provider_id="p-1") for each in range(number)]
        caseload = Caseload.of_records(clients, known_on=TODAY)
        listener.records.clear()
        contradictions(caseload, SCHEMA)
        a_report(catalogue, caseload)
        counts.append(listener.events)

    assert counts[0] == counts[1]
    assert len(counts[0]) == 5


def test_a_plugin_may_log_below_the_package_and_is_as_silent(listener):
    def load():
        logging.getLogger("inclusion_core.plugins.garden").warning("no metrics yet")
        return SimpleNamespace(inclusion_metrics=inclusion_metrics)

    assert load_catalogue([plugin("garden", load)]).faults == ()
    assert listener.records[0].getMessage() == "no metrics yet"


# On the command line.


@pytest.fixture
def folder(journal, tmp_path):
    write_journal(journal, tmp_path / "caseload", SCHEMA)
    return str(tmp_path / "caseload")


@pytest.mark.counted
@pytest.mark.parametrize("place", [0, 2])
def test_the_command_line_tells_what_is_done_to_who_asks(folder, catalogue, capsys, place):
    logger = logging.getLogger("inclusion_core")
    before = logger.level, tuple(logger.handlers)
    plain = main(["check", folder], load=lambda: catalogue), *capsys.readouterr()
    arguments = ["check", folder]
    arguments.insert(place, "--verbose")
    code, results, remarks = main(arguments, load=lambda: catalogue), *capsys.readouterr()

    assert (code, results) == plain[:2]
    assert "inclusion-core: caseload: of " in remarks
    assert "records are checked" in remarks
    assert "records are checked" not in plain[2]
    assert (logger.level, tuple(logger.handlers)) == before


def test_logging_is_left_as_it_was_by_a_command_that_fails(tmp_path, capsys):
    before = tuple(logging.getLogger("inclusion_core").handlers)

    assert main(["--verbose", "check", str(tmp_path / "none")]) != 0
    assert main(["programmes", "no.such.one", "--verbose"]) == 2
    assert tuple(logging.getLogger("inclusion_core").handlers) == before
