"""Writes the folder of a new plugin, whole or not at all."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from inclusion_core.errors import MissingExtraError
from inclusion_core.scaffold.errors import FolderTakenError
from inclusion_core.scaffold.names import Names, check_title

__all__ = ["NewPlugin", "make_plugin"]

TEMPLATE = "template"


def _checked(instance: object, attribute: attrs.Attribute[str], title: str) -> None:
    del instance, attribute
    check_title(title)


@attrs.frozen(kw_only=True)
class NewPlugin:
    """What a new plugin is to be.

    Attributes:
        names: How it is called.
        title_en: What its programme is called in English.
        title_lv: What it is called in Latvian.
        core: The version of the core that it is made for.

    Raises:
        NameRefusedError: A title cannot stand in code.
    """

    names: Names
    title_en: str = attrs.field(default="Example course", validator=_checked)
    title_lv: str = attrs.field(default="Piemēra kurss", validator=_checked)
    core: str

    @property
    def command(self) -> str:
        """The command that makes it again."""
        named = (self.names.namespace, "--programme", self.names.programme)
        titles = ("--title-en", self.title_en, "--title-lv", self.title_lv)
        return shlex.join(("inclusion-core", "new-plugin", *named, *titles))

    @property
    def answers(self) -> Mapping[str, str]:
        """What the template asks."""
        major, minor, *_ = (int(part) for part in self.core.split(".")[:2])
        return {
            "namespace": self.names.namespace,
            "distribution": self.names.distribution,
            "module": self.names.module,
            "prefix": self.names.prefix,
            "lists": self.names.lists,
            "programme": self.names.programme,
            "title_en": self.title_en,
            "title_lv": self.title_lv,
            "version": f"{major}.{minor}.0",
            "core": f">={major}.{minor}.0,<{major}.{minor + 1}",
            "command": self.command,
        }


def make_plugin(plugin: NewPlugin, beside: Path) -> Path:
    """Write a plugin into a new folder, named like its distribution.

    Nothing is asked, fetched or run, and nothing is written over.

    Args:
        plugin: What it is to be.
        beside: The folder in which the new one is to lie; made where it is not there.

    Returns:
        The new folder.

    Raises:
        FolderTakenError: It is there already.
        MissingExtraError: What copies templates is not installed.
    """
    folder = beside / plugin.names.distribution
    if folder.exists() or folder.is_symlink():
        raise FolderTakenError(str(folder))
    beside.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=beside, prefix=f".{folder.name}-") as written:
        whole = Path(written) / folder.name
        _copy(plugin.answers, whole)
        _let_run(whole)
        whole.rename(folder)
    return folder


def _copy(answers: Mapping[str, str], folder: Path) -> None:
    try:
        import copier  # noqa: PLC0415  an extra
        from plumbum import local  # noqa: PLC0415  by which copier runs other programs
    except ImportError:
        raise MissingExtraError("scaffold", "a new plugin") from None
    template = files("inclusion_core.scaffold") / TEMPLATE
    # With no path to look at copier finds no git, which it would ask about the template.
    with as_file(template) as source, local.env(PATH=""):
        copier.run_copy(
            str(source),
            folder,
            data=dict(answers),
            defaults=True,
            quiet=True,
            settings=copier.Settings(),  # and not those of the user
        )


def _let_run(folder: Path) -> None:
    """Make scripts programs; an installer may have taken that off the template."""
    for path in folder.rglob("*"):
        if path.is_file() and path.read_bytes().startswith(b"#!"):
            path.chmod(0o755)
