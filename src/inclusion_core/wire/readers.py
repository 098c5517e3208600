"""Readers: which data can be read, told apart by what the path ends in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.expr.schema import Schema
from inclusion_core.texts import Text, lv
from inclusion_core.wire import csv_folder, json_document
from inclusion_core.wire.files import MAX_BYTES
from inclusion_core.wire.reading import Reading

__all__ = ["READERS", "DataReader", "Read", "readers_within"]

Read: TypeAlias = Callable[[Path, Schema], Reading]
"""Gives what is good in a file or folder, and a finding for each fault; it raises nothing."""

FORM = lv("{says} ({suffixes})").en("{says} ({suffixes})")
_SUFFIX = re.compile(r"\.[a-z0-9]+", re.ASCII)


@attrs.frozen(kw_only=True)
class DataReader:
    """A way of reading data.

    Attributes:
        id: In the namespace of the distribution that declares it, ``garden.xml``.
        says: What it reads.
        suffixes: What the names of its files end in, in small letters, ``(".xml",)``; none for
            one that reads any folder.
        folders: Whether it reads a folder of such files too.
        read: Reads a file or folder with the record types that there are. No finding that it
            gives holds a value.

    Raises:
        DeclarationError: A suffix is none.
    """

    id: str
    says: Text
    suffixes: tuple[str, ...] = ()
    folders: bool = False
    read: Read

    def __attrs_post_init__(self) -> None:
        for suffix in self.suffixes:
            if not _SUFFIX.fullmatch(suffix):
                problem = f"{suffix!r} is no suffix: write a dot and small letters, '.xml'"
                raise DeclarationError("reader", self.id, problem)

    @property
    def form(self) -> Text:
        """What it reads, and what the names of its files end in: ``JSON document (.json)``."""
        if not self.suffixes:
            return self.says
        return FORM.filled(says=self.says, suffixes=", ".join(self.suffixes))


def readers_within(max_bytes: int) -> tuple[DataReader, ...]:
    """The core's own readers: of a folder of CSV files, and of a JSON document.

    Args:
        max_bytes: A larger file is not read.
    """
    return (
        DataReader(
            id="csv",
            says=lv("CSV datņu mape").en("folder of CSV files"),
            read=partial(csv_folder.read, max_bytes=max_bytes),
        ),
        DataReader(
            id="json",
            says=lv("JSON dokuments").en("JSON document"),
            suffixes=(".json",),
            read=partial(json_document.read, max_bytes=max_bytes),
        ),
    )


READERS: tuple[DataReader, ...] = readers_within(MAX_BYTES)
"""The core's own readers."""
