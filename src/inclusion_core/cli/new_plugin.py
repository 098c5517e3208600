"""The command ``new-plugin``: makes the folder of a plugin to begin with."""

from __future__ import annotations

import shlex
from argparse import Namespace
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.scaffold.making import NewPlugin, make_plugin
from inclusion_core.scaffold.names import Names, taken_by
from inclusion_core.texts import Language, lv

__all__ = ["add_arguments", "run"]

CORE = "inclusion-core"

MADE = lv("Spraudnis ir uzrakstīts: {folder}. Tālāk:").en(
    "The plugin is written to {folder}. What comes next:"
)


def add_arguments(parser: Parser) -> None:
    """Take the names of the plugin and of its programme, and where it goes."""
    parser.add_argument(
        "name", metavar="NAME", help="the namespace: every id of the plugin begins with it, cafe"
    )
    parser.add_argument(
        "--to",
        metavar="FOLDER",
        type=Path,
        default=Path(),
        help="where the new folder inclusion-NAME is to lie; here where not given",
    )
    parser.add_argument(
        "--programme",
        metavar="NAME",
        default="course",
        help="the rest of the id of its programme; course where not given",
    )
    parser.add_argument(
        "--title-en", metavar="TITLE", help="what the programme is called in English"
    )
    parser.add_argument(
        "--title-lv",
        metavar="TITLE",
        help="what it is called in Latvian; where one title is given it stands for both",
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="make it although a plugin of that name is installed: to see what is new in it",
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Make the plugin, and say what comes next."""
    names = Names(arguments.name, arguments.programme)
    if not arguments.again:
        _check_free(names, catalogue)
    folder = make_plugin(
        NewPlugin(names=names, core=version(CORE), **_titles(arguments)), arguments.to
    )
    told = MADE.filled(folder=str(folder)).in_(Language(arguments.language))
    screen.show("".join(f"{line}\n" for line in (told, *_steps(folder))))
    return Exit.FINE


def _steps(folder: Path) -> Iterator[str]:
    """Commands that can be copied."""
    yield f"  python -m pip install -e {shlex.quote(f'{folder}[test]')}"
    yield f"  pytest {shlex.quote(str(folder))}"
    yield f"  grep -rn TODO {shlex.quote(str(folder))}"


def _titles(arguments: Namespace) -> dict[str, str]:
    """The titles that were given; one stands for the other too, until that is translated."""
    english: str | None = arguments.title_en
    latvian: str | None = arguments.title_lv
    if english is None and latvian is None:
        return {}
    return {
        "title_en": (latvian or "") if english is None else english,
        "title_lv": (english or "") if latvian is None else latvian,
    }


def _check_free(names: Names, catalogue: Catalogue) -> None:
    """Looks whether another distribution has the names.

    Raises:
        MisuseError: One has.
    """
    owner = taken_by(names, catalogue)
    if owner:
        raise MisuseError(
            f"the namespace {names.namespace!r} is taken by {owner}, which is installed here; "
            "choose another, or add --again to make your own plugin once more and compare"
        )
