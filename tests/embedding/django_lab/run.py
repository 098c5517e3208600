"""Runs a page's commands of ``manage.py`` in this process, one after the other, then all tests.

    python run.py PAGE        in a folder with a copy of the site

The last line that it prints is what happened, as JSON.
"""

import io
import json
import os
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from page_lab.console import commands, difference

sys.path.insert(0, str(Path.cwd()))
os.environ["DJANGO_SETTINGS_MODULE"] = "settings"

CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MANAGE = "python manage.py "


def answer(words):
    """What a command prints, all of it in one, and its exit code."""
    from django.core.management import execute_from_command_line

    printed = io.StringIO()
    with redirect_stdout(printed), redirect_stderr(printed):
        try:
            execute_from_command_line(["manage.py", *words])
        except SystemExit as left:
            return printed.getvalue(), left.code
    return printed.getvalue(), 0


def follow(page):
    """The exit code of each command, and what was printed otherwise than the page shows."""
    wrong, codes = [], {}
    for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
        for command, shown in commands(block):
            words = command.removeprefix(MANAGE).split()
            printed, codes[words[0]] = answer(words)
            wrong += [told] if (told := difference(command, shown, printed)) else []
    return {"commands": codes, "wrong": wrong}


def tested():
    """How many tests there were, and which failed."""
    from django.test.runner import DiscoverRunner

    class Runner(DiscoverRunner):
        def suite_result(self, suite, result, **_):
            self.faults = [f"{each}\n{why}" for each, why in (*result.failures, *result.errors)]
            self.number = result.testsRun
            return len(self.faults)

    runner = Runner(verbosity=0, interactive=False)
    with redirect_stderr(io.StringIO()):
        runner.run_tests(["strict_tests"])
    return {"tests": runner.number, "failures": runner.faults}


if __name__ == "__main__":
    followed = follow(Path(sys.argv[1]))
    from django.db import connection

    engine = {"engine": connection.vendor}
    sys.stdout.write(f"{json.dumps({**engine, **followed, **tested()})}\n")
