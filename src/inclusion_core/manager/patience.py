"""How long a plugin may take to be loaded: what hangs stops nobody but itself."""

from __future__ import annotations

from collections.abc import Callable
from threading import TIMEOUT_MAX, Thread, current_thread
from typing import Generic, TypeVar

from inclusion_core.manager.plugins import PluginRefusedError

__all__ = ["SECONDS", "Patience", "in_a_turn"]

T = TypeVar("T")

SECONDS = 60.0
"""How long a plugin may take, where nobody says otherwise."""


class _Turn(Thread):
    """The thread on which a plugin has its turn."""


def in_a_turn() -> bool:
    """Whether it is a plugin that asks, while it is loaded."""
    return isinstance(current_thread(), _Turn)


class Patience(Generic[T]):
    """Work that is waited for, and given up after some time.

    The work is done on a thread of its own. No thread can be ended from outside: one that hangs
    is left behind. It is a daemon, so that the process can end; until then it keeps what it holds,
    and the lock on the module that it was importing, so that whoever imports that module again
    waits as well. What it does later is not watched. It calls no further hook: what it was given
    to do asks ``over`` before each.

    Attributes:
        seconds: How long it is waited for.
        over: It was given up.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.over: bool = False
        self._done: list[T] = []
        self._raised: list[BaseException] = []

    def within(self, work: Callable[[], T]) -> T:
        """What the work gives.

        Raises:
            PluginRefusedError: It was not done in time.
            BaseException: Whatever the work raises.
        """
        thread = _Turn(target=self._run, args=(work,), name="inclusion-core-plugin", daemon=True)
        try:
            thread.start()
        except RuntimeError:  # where there are no threads, nobody can be hurried
            self._run(work)
        else:
            thread.join(min(self.seconds, TIMEOUT_MAX))
        for fault in self._raised:
            raise fault
        for done in self._done:
            return done
        self.over = True
        raise PluginRefusedError(
            f"it was not loaded within {self.seconds:g} seconds and was given up: a module and its "
            "hooks declare values, and wait for nothing (no network, no lock, no endless loop)"
        )

    def _run(self, work: Callable[[], T]) -> None:
        try:
            self._done.append(work())
        except BaseException as fault:  # noqa: BLE001  told to whom it is done for
            self._raised.append(fault)
