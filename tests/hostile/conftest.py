"""Makes the laboratory of this folder, and that of the door, importable; installs plugins."""

import sys
from importlib import invalidate_caches
from importlib.metadata import version
from itertools import count
from pathlib import Path

import pytest

from inclusion_core.manager import installed_plugins, load_catalogue

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.append(str(HERE.parent / "door"))

NUMBERS = count(1)
"""No module is installed twice: one that hangs while it is imported keeps its name for good."""


class Site:
    """A folder in which distributions are installed for one test."""

    def __init__(self, folder):
        self.folder = folder
        self.own = set()
        self.given = []

    def install(self, code, *, entry, module="", release="", **files):
        """A distribution with one module, or a package where there are other files."""
        number = next(NUMBERS)
        module = module or f"hostile_{number}"
        distribution = f"inclusion-hostile-{number}"
        if files:
            (self.folder / module).mkdir()
            for name, text in {"__init__": code, **files}.items():
                (self.folder / module / f"{name}.py").write_text(text)
        elif code is not None:
            (self.folder / f"{module}.py").write_text(code)
        release = release or version("inclusion-core")
        info = self.folder / f"{distribution.replace('-', '_')}-{release}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {release}\n"
        )
        (info / "entry_points.txt").write_text(f"[inclusion_core]\n{entry} = {module}\n")
        self.own.add(distribution)
        invalidate_caches()
        return distribution

    def load(self, *given, patience=60.0):
        """The catalogue of the project's own plugins, of what was installed, and of others."""
        ours = {"inclusion-esf", "inclusion-sif", *self.own}
        plugins = [each for each in installed_plugins() if each.distribution in ours]
        return load_catalogue([*plugins, *given], patience=patience)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Where distributions are installed, and what is loaded with them."""
    monkeypatch.syspath_prepend(tmp_path)
    yield Site(tmp_path)
    for name in [each for each in sys.modules if each.startswith(("hostile_", "neighbour_"))]:
        if name.partition(".")[0] != "hostile_lab":
            del sys.modules[name]
