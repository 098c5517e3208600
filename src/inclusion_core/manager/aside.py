"""Where a plugin writes while it is loaded: not among the results of a program."""

from __future__ import annotations

import sys
from io import TextIOBase
from typing import BinaryIO, cast

__all__ = ["Aside"]


class Aside(TextIOBase):
    """Stands for the standard output; what is written goes to the standard error.

    It goes on doing so after its time: a plugin may keep it.

    Attributes:
        used: Something was written.
    """

    def __init__(self) -> None:
        super().__init__()
        self.used: bool = False

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, text: str, /) -> int:
        """Send the text on; where there is no standard error, nowhere."""
        self.used = True
        if sys.stderr is not None:
            sys.stderr.write(text)
        return len(text)

    @property
    def buffer(self) -> BinaryIO:
        """That of the standard error, for those who write bytes."""
        self.used = True
        return cast("BinaryIO", sys.stderr.buffer)
