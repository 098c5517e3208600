"""The Django app of the docs runs as written, on SQLite and on PostgreSQL.

Each engine has one process of its own, in which the commands of the page run, then the tests of
the app, then ``django_lab/strict_tests.py``; nothing of Django is set up in this process.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
LAB = Path(__file__).parent / "django_lab"
APP = ROOT / "docs" / "examples" / "django_app"
PAGE = ROOT / "docs" / "how-to" / "embed-in-django.md"
PAGES_LAB = ROOT / "tests" / "docs"

FILE = re.compile(r"^<!-- file: (\S+) -->\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BESIDE = ("manage.py", "settings.py", "urls.py", "tests.py", "__init__.py", "0001_initial.py")
COMMANDS = [
    "migrate",
    "loaddata",
    "check_cases",
    "funder_report",
    "check",
    "makemigrations",
    "test",
]


def test_the_page_shows_the_files_as_they_are():
    shown = dict(FILE.findall(PAGE.read_text(encoding="utf-8")))

    assert shown == {name: (APP / name).read_text(encoding="utf-8") for name in shown}
    written = {str(each.relative_to(APP)) for each in APP.rglob("*.py")}
    assert {each for each in written - shown.keys() if not each.endswith(BESIDE)} == set()


def surroundings(address):
    """Who runs it knows the database, and nothing of this test."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    if address.startswith("postgresql"):
        parts = urlsplit(address)
        own |= {"PGDATABASE": parts.path[1:], "PGUSER": parts.username}
        own |= {f"PG{name.upper()}": value for name, (value,) in parse_qs(parts.query).items()}
    return own | {
        "PYTHONPATH": os.pathsep.join(map(str, (LAB, PAGES_LAB))),
        "PYTHONWARNINGS": "error",
    }


@pytest.fixture
def told(database_url, tmp_path):
    """What the process of one engine told."""
    pytest.importorskip("django")
    folder = shutil.copytree(APP, tmp_path / "site", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, "-B", str(LAB / "run.py"), str(PAGE)],
        cwd=folder,
        env=surroundings(database_url),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_app_runs_as_written_and_answers_as_the_library_does(told, database_url):
    assert told["engine"] == database_url.partition(":")[0]
    assert told["wrong"] == []
    assert told["commands"] == dict.fromkeys(COMMANDS, 0) | {"check_cases": 1}
    assert told["tests"] == 11
    assert told["failures"] == []
