"""Why a new plugin is not made."""

from __future__ import annotations

from inclusion_core.errors import InclusionError

__all__ = ["FolderTakenError", "NameRefusedError"]


class NameRefusedError(InclusionError):
    """A plugin, its programme or a title cannot be called so.

    Attributes:
        what: What is named: ``namespace``, ``programme`` or ``title``.
        name: The name that was asked for.
        problem: What is wrong with it, and what to write instead.
    """

    def __init__(self, what: str, name: str, problem: str) -> None:
        super().__init__(what, name, problem)
        self.what = what
        self.name = name
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.what} {self.name!r}: {self.problem}"


class FolderTakenError(InclusionError):
    """Something lies where the plugin would be written; nothing is written over."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.folder = folder

    def __str__(self) -> str:
        return (
            f"{self.folder} is there already, and nothing is written over; to see what a newer "
            "template makes, name another folder with --to and compare the two"
        )
