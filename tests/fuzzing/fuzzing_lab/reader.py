"""A reader of what others wrote: good documents of its kind, and how one is read."""

from __future__ import annotations

import atexit
import pickle
import traceback
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import attrs

from fuzzing_lab.mutating import Build
from fuzzing_lab.nasty import leaked
from inclusion_core.errors import InclusionError
from inclusion_core.findings import Finding

__all__ = ["Reader", "Said", "put", "scratch", "told"]

Said = str
"""Everything that was told while something was read."""


class UnlawfulError(AssertionError):
    """A reader did what it must not do; the message holds nothing of the document."""


@attrs.frozen(kw_only=True, eq=False)
class Reader:
    """A reader.

    Attributes:
        id: What tests and records call it.
        says: What it reads, for a person.
        build: How its documents are built.
        examples: Makes good documents.
        read: Reads one, uses what comes of it, and gives all that was told.
        may_raise: What may come out of it; only errors of the library, unless there is a reason.
        of_clients: Whether a document may hold values of clients, which are never told.
        runs: How often a thousandth of a long run tries it: what is slow, less often.
    """

    id: str
    says: str
    build: Build
    examples: Callable[[], tuple[bytes, ...]] = attrs.field(converter=cache)
    read: Callable[[bytes], Said]
    may_raise: tuple[type[Exception], ...] = (InclusionError,)
    of_clients: bool = True
    runs: int = 20

    def tried(self, data: bytes) -> bool:
        """Whether a document was read, and not refused; anything unlawful is raised.

        Raises:
            UnlawfulError: A value of a client was told, or an error cannot be handed on.
        """
        refused: Exception | None = None
        try:
            said = self.read(data)
        except self.may_raise as error:
            refused = error
            said = "\n".join((*traceback.format_exception(error), repr(error), str(error)))
        if self.of_clients and leaked(said):
            raise UnlawfulError("a value of a client was told")
        if isinstance(refused, InclusionError) and str(_again(refused)) != str(refused):
            raise UnlawfulError("an error is another one after it was pickled")
        return refused is None


def _again(error: Exception) -> Exception:
    again: Exception = pickle.loads(pickle.dumps(error))
    return again


@cache
def scratch() -> Path:
    """A folder of this process."""
    folder = Path(mkdtemp(prefix="fuzzing-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder


def put(name: str, data: bytes) -> Path:
    """A file with these bytes."""
    file = scratch() / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def told(findings: Iterable[Finding]) -> Said:
    """Findings in the words of both languages, and as developers see them."""
    return "\n".join(
        words
        for each in findings
        for words in (each.in_("lv"), each.in_("en"), each.remedy.in_("lv"), repr(each))
    )
