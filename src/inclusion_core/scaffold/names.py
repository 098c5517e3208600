"""How a new plugin is called, in every place where it has a name."""

from __future__ import annotations

import re
import unicodedata

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.manager.plugins import type_prefix
from inclusion_core.scaffold.errors import NameRefusedError

__all__ = ["Names", "check_title", "taken_by"]

MOST_LETTERS = 24
MOST_WORDS = 80
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z][a-z0-9]*)*")
_IN_NO_TITLE = re.compile(r'["\\{}\x00-\x1f\x7f\x85\u2028\u2029]')


def _name(what: str) -> str:
    """A field that holds a name of small letters, digits and underscores."""

    def checked(instance: object, attribute: attrs.Attribute[str], value: str) -> None:
        del instance, attribute
        if _NAME.fullmatch(value) and len(value) <= MOST_LETTERS:
            return
        near = _near(value)
        raise NameRefusedError(
            what,
            value,
            f"write up to {MOST_LETTERS} small letters a to z and digits, words joined by "
            f"underscores and beginning with a letter{f': {near}' if near else ''}",
        )

    name: str = attrs.field(validator=checked)
    return name


def _near(name: str) -> str:
    """A name like the one asked for that could stand; nothing where there is none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z][a-z0-9]*", plain.removeprefix("inclusion-"))
    return "_".join(words)[:MOST_LETTERS].rstrip("_")


@attrs.frozen
class Names:
    """The names of a plugin.

    Attributes:
        namespace: Of its entry point; every id begins with it.
        programme: The rest of the id of its programme.

    Raises:
        NameRefusedError: A name has other signs, or too many.

    Example:
        >>> names = Names("home_visits", "families")
        >>> names.distribution, names.module, names.prefix, names.lists
        ('inclusion-home-visits', 'inclusion_home_visits', 'HomeVisits', 'home_visits_')
    """

    namespace: str = _name("namespace")
    programme: str = _name("programme")

    @property
    def distribution(self) -> str:
        """What is installed, and the name of the folder."""
        return f"inclusion-{self.namespace.replace('_', '-')}"

    @property
    def module(self) -> str:
        """What is imported."""
        return f"inclusion_{self.namespace}"

    @property
    def prefix(self) -> str:
        """What the names of its record classes begin with."""
        return "".join(word.capitalize() for word in self.namespace.split("_"))

    @property
    def lists(self) -> str:
        """What its record types begin with, and the lists that they add to others."""
        return type_prefix(self.namespace)


def check_title(title: str) -> None:
    """Refuse a title that cannot stand in code, in texts and on one line.

    Raises:
        NameRefusedError: It is empty or too long, or has signs that mean something there.
    """
    if not title.strip() or len(title) > MOST_WORDS or _IN_NO_TITLE.search(title):
        raise NameRefusedError(
            "title",
            title,
            f"write one line of up to {MOST_WORDS} signs, without straight quotation marks, braces "
            "and backslashes; it can be corrected in programme.py",
        )


def taken_by(names: Names, catalogue: Catalogue) -> str:
    """The distribution that has one of the names already; empty where none has."""
    plugins = [(each.plugin, each.name) for each in catalogue.distributions]
    plugins += [(fault.plugin, fault.distribution) for fault in catalogue.faults]
    return next((dist for plugin, dist in plugins if _alike(names, plugin, dist)), "")


def _alike(names: Names, plugin: str, distribution: str) -> bool:
    same_prefix = bool(plugin) and type_prefix(plugin) == names.lists
    return same_prefix or _normal(distribution) == names.distribution


def _normal(distribution: str) -> str:
    """As package indexes compare names."""
    return re.sub(r"[-_.]+", "-", distribution).lower()
