"""What the library logs, told on the screen while a command works."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from logging import INFO, Formatter, Handler, LogRecord, getLogger

from inclusion_core.cli.screen import Screen

__all__ = ["heard"]


class _OnScreen(Handler):
    """Tells what is logged as a remark."""

    def __init__(self, screen: Screen, program: str) -> None:
        super().__init__()
        self.screen = screen
        self.setFormatter(Formatter(f"{program}: %(message)s"))

    def emit(self, record: LogRecord) -> None:
        """Tell it."""
        self.screen.remark(self.format(record))


@contextmanager
def heard(screen: Screen, program: str) -> Generator[None]:
    """Tell what is logged until the work is done, and leave logging as it was."""
    logger, handler = getLogger("inclusion_core"), _OnScreen(screen, program)
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(INFO)
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.removeHandler(handler)
