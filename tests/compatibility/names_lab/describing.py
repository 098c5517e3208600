"""The public names of one distribution, as the text that is kept in docs/reference/api."""

from __future__ import annotations

import inspect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

from .commands import described_commands
from .members import described_class
from .shown import Name
from .signatures import definition

__all__ = ["described", "sections_of", "value_of"]

OURS = "inclusion_"
WORD = re.compile(r"[A-Za-z_]\w*")
HEAD = "# module: "


def described(shown: Iterable[Name]) -> Mapping[str, str]:
    """One text for each package: each module with the stubs of its public names."""
    sections = _sections(shown)
    texts = {
        package: "\n".join(
            f"{HEAD}{module}\n\n{text}\n"
            for module, text in sorted(sections.items())
            if module.partition(".")[0] == package
        )
        for package in sorted({module.partition(".")[0] for module in sections})
    }
    commands = described_commands()
    return {**texts, "commands": f"{HEAD}commands\n\n{commands}\n"}


def sections_of(text: str) -> Mapping[str, str]:
    """Such a text again as one stub for each module."""
    _, *parts = re.split(rf"^{HEAD}(.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _sections(shown: Iterable[Name]) -> Mapping[str, str]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    waiting = sorted(shown, reverse=True)
    while waiting:
        module, name = waiting.pop()
        if name in found[module]:
            continue
        home, text, named = _one(module, name)
        found[module][name] = text
        waiting.extend(sorted(named))
        if home != module:
            waiting.append((home, name))
    return {
        module: "\n".join(texts[name] for name in sorted(texts)) for module, texts in found.items()
    }


def _one(module: str, name: str) -> tuple[str, str, set[Name]]:
    """Where a name is at home, its stub, and the classes of ours that it speaks of."""
    value = value_of(module, name)
    home = _home(value, module, name)
    if home != module:
        return home, f"from {home} import {name}", set()
    text = _stub(name, value)
    return home, text, set(_spoken_of(text, module))


def value_of(module: str, name: str) -> Any:
    """What is imported: a name of the module, or a module in it."""
    try:
        return getattr(import_module(module), name)
    except AttributeError:
        return import_module(f"{module}.{name}")


def _home(value: Any, module: str, name: str) -> str:
    home = getattr(value, "__module__", None)
    own = inspect.isclass(value) or inspect.isfunction(value)
    known = own and isinstance(home, str) and home.startswith(OURS)
    return home if known and getattr(value, "__name__", "") == name else module


def _stub(name: str, value: Any) -> str:
    if inspect.isclass(value):
        return described_class(value).replace(f"class {value.__name__}", f"class {name}", 1)
    if inspect.isfunction(value):
        return definition(name, value)
    return f"{name}: {type(value).__name__}"


def _spoken_of(text: str, module: str) -> Iterator[Name]:
    known = vars(import_module(module))
    for word in set(WORD.findall(text)):
        value = known.get(word)
        home = getattr(value, "__module__", "")
        if inspect.isclass(value) and home.startswith(OURS) and value.__name__ == word:
            yield home, word
