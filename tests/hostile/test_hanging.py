"""Plugins that never come back while they are loaded: given up, named, and left behind."""

import threading
from math import inf

import pytest
from door_lab.plugins import declaring, metric, module, plugin
from hostile_lab.figures import expected, figures

from inclusion_core.manager import load_catalogue
from inclusion_core.manager.patience import Patience
from inclusion_core.manager.plugins import PluginRefusedError
from inclusion_core.markers import hookimpl

WAITS = "import threading; threading.Event().wait(8)"
HOOK = """
from inclusion_core.markers import hookimpl

@hookimpl
def inclusion_metrics():
    {}
    yield from ()
"""
HANGING = {
    "at-import": WAITS,
    "busily": "import time\nend = time.monotonic() + 4\nwhile time.monotonic() < end: pass",
    "in-a-hook": HOOK.format(WAITS).replace("yield from", "return"),
    "while-values-are-taken": HOOK.format(WAITS),
}


def test_plugins_that_hang_are_given_up_and_the_others_take_part(site):
    site.load()  # so that the patience is for those alone that hang
    for entry, code in HANGING.items():
        site.install(code, entry=entry)

    catalogue = site.load(patience=1.0)

    assert [each.plugin for each in catalogue.faults] == sorted(HANGING)
    for fault in catalogue.faults:
        assert fault.problem.startswith("it was not loaded within 1 seconds and was given up: ")
    assert figures(catalogue) == expected()


def test_what_was_given_up_calls_no_further_hook():
    go_on, called = threading.Event(), []
    made = module(
        inclusion_facts=lambda: called.append("facts") or (),
        inclusion_programmes=lambda: go_on.wait(5) and (),
        inclusion_samples=lambda: called.append("samples") or (),
    )

    def load():
        threading.current_thread().__dict__["hostile"] = True
        return made

    (fault,) = load_catalogue([plugin("slow", load)], patience=0.1).faults
    left = [each for each in threading.enumerate() if "hostile" in vars(each)]
    go_on.set()
    for thread in left:
        thread.join(5)

    assert fault.problem.startswith("it was not loaded within 0.1 seconds")
    assert len(left) == 1
    assert left[0].daemon
    assert not left[0].is_alive()
    assert called == []


def test_a_hook_that_is_late_has_its_work_thrown_away():
    waiting = Patience(0.05)
    go_on = threading.Event()

    with pytest.raises(PluginRefusedError, match=r"within 0\.05 seconds"):
        waiting.within(lambda: go_on.wait(5))

    assert waiting.over
    go_on.set()


def test_patience_may_have_no_end():
    assert Patience(inf).within(lambda: 7) == 7


def test_where_there_are_no_threads_nobody_is_hurried(monkeypatch):
    def cannot(_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", cannot)
    good = plugin("good", declaring(metrics=[metric("good.a")]))

    assert "good.a" in load_catalogue([good]).metrics.declared


def test_an_interrupt_while_a_plugin_is_loaded_is_the_users(monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(threading.Thread, "join", interrupted)

    with pytest.raises(KeyboardInterrupt):
        load_catalogue([plugin("good", declaring(metrics=()))])


@pytest.mark.parametrize("raised", [KeyboardInterrupt, type("Own", (KeyboardInterrupt,), {})])
def test_what_a_plugin_raises_as_an_interrupt_cannot_be_told_from_the_users(raised):
    class UntoldError(Exception):
        def __str__(self):
            raise raised

    made = module()
    made.inclusion_metrics = hookimpl(lambda: (_ for _ in ()).throw(UntoldError))

    with pytest.raises(KeyboardInterrupt):
        load_catalogue([plugin("evil", made)])
