"""Which names can stand: they are typed, sorted, put into files and looked up by people.

A name that looks like another one, or that a file system takes for another one, is no name.
"""

from __future__ import annotations

import re
import unicodedata

from inclusion_core.manager.plugins import Plugin, PluginRefusedError
from inclusion_core.manager.told import in_one_line

__all__ = ["check_entry_point", "check_id", "id_problem", "name_problem"]

LONGEST = 100
_ENTRY_POINT = re.compile(r"[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*")
_ID = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def check_entry_point(plugin: Plugin) -> None:
    """Refuse an entry point whose name cannot be a namespace.

    Raises:
        PluginRefusedError: It cannot.
    """
    problem = _problem(plugin.name, _ENTRY_POINT, "letters, digits, '-', '_' and '.'")
    if problem:
        raise PluginRefusedError(f"the name of its entry point {problem}")


def check_id(said: str, key: str, namespace: str = "") -> None:
    """Refuse an id that could be taken for another one, or for a path.

    Args:
        said: What has this id.
        key: The id.
        namespace: What it is known to begin with, and a full stop.

    Raises:
        PluginRefusedError: It could.
    """
    own = key.removeprefix(f"{namespace}.") if namespace else key
    problem = id_problem(own)
    if problem:
        raise PluginRefusedError(f"the id of {said} {problem}")


def id_problem(key: str) -> str:
    """Why a text is no id; empty where it is one."""
    return _problem(key, _ID, "small letters, digits, and single '.', '-' or '_' between them")


def name_problem(name: str) -> str:
    """Why a text is no name of a record type, field or list; empty where it is one."""
    return _problem(name, _NAME, "small letters, digits and '_', beginning with a letter")


def _problem(name: str, pattern: re.Pattern[str], allowed: str) -> str:
    if len(name) > LONGEST:
        return f"has {len(name)} characters, and {LONGEST} are enough"
    if pattern.fullmatch(name):
        return ""
    strange = next((each for each in name if not each.isascii()), "")
    seen = unicodedata.name(strange, f"U+{ord(strange):04X}") if strange else ""
    holds = f" (there is a {seen} in it)" if seen else ""
    return f"is written {in_one_line(name)!r}{holds}: write {allowed}"
