"""Records in a database: what SQLAlchemy logs in all detail, and what a driver says."""

import logging
import re

import pytest
from privacy_lab.values import JOURNAL, KNOWN_ON, RECORDS, SCHEMA, VALUES, told, words_of
from sqlalchemy import create_engine, text

from inclusion_core.databases import Database
from inclusion_core.errors import InclusionError

OF_THE_CLOCK = re.compile(r"\d[\d.e-]*s\b")
"""How long it took: ``[generated in 0.00019s]``; any digits may stand there."""


@pytest.fixture(params=[None, "debug"])
def engine(request, tmp_path):
    """An engine of a program's own, which it has asked to tell everything or not."""
    heard = logging.getLogger("sqlalchemy.engine.Engine")
    before = heard.handlers[:]
    engine = create_engine(f"sqlite:///{tmp_path / 'cases.db'}", echo=request.param)
    yield engine
    engine.dispose()
    heard.handlers[:] = before  # it writes to the screen of this test alone


def test_no_value_is_logged_though_sqlalchemy_is_heard_in_all_detail(engine, caplog, capsys):
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    caplog.set_level(logging.DEBUG, "inclusion_core")
    database = Database.create(engine, SCHEMA)
    database.append(JOURNAL.versions)
    caseload = database.caseload(KNOWN_ON)
    list(database.versions(KNOWN_ON))

    assert len(caseload) >= len(RECORDS)
    assert "INSERT INTO" in caplog.text
    assert not told(OF_THE_CLOCK.sub("", caplog.text + "".join(capsys.readouterr())), VALUES)


def test_what_the_program_asks_of_its_own_engine_is_logged_as_it_wishes(tmp_path, caplog):
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    engine = create_engine(f"sqlite:///{tmp_path / 'cases.db'}")
    Database.create(engine, SCHEMA)
    with engine.connect() as connection:
        connection.execute(text("SELECT 'theirs'")).all()
    engine.dispose()

    assert "Row ('theirs',)" in caplog.text


def test_an_error_of_the_driver_is_told_without_its_words(engine):
    database = Database.create(engine, SCHEMA)
    with engine.begin() as connection:
        connection.execute(text(
            "CREATE TRIGGER no BEFORE INSERT ON client BEGIN "
            "SELECT RAISE(FAIL, 'CANARY-PLACE'); END"
        ))  # fmt: skip
    with pytest.raises(InclusionError) as caught:
        database.append(JOURNAL.versions)

    assert not told(words_of(caught.value), VALUES)
