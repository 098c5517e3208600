import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import copier
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.errors import MissingExtraError
from inclusion_core.scaffold.errors import FolderTakenError, NameRefusedError
from inclusion_core.scaffold.making import NewPlugin, make_plugin
from inclusion_core.scaffold.names import Names

ROOT = Path(__file__).parents[2]
CAFE = NewPlugin(names=Names("cafe", "course"), core="0.1.0")


def texts(folder):
    """What stands in each file, by its path."""
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_plugin(CAFE, tmp_path_factory.mktemp("made"))


def test_all_that_a_plugin_needs_is_there(made):
    assert made.name == "inclusion-cafe"
    assert {
        *(".ci/run", ".gitignore", "CHANGELOG.md", "LICENSE.md", "README.md", "docs/rules.md"),
        *("pyproject.toml", "src/inclusion_cafe/__init__.py", "src/inclusion_cafe/py.typed"),
        *("tests/test_boundaries.py", "tests/test_cases.py", "tests/test_conformance.py"),
    } <= texts(made).keys()


def test_nothing_of_the_template_is_left(made):
    for path, text in texts(made).items():
        assert "{{" not in f"{path}{text}", path
        assert "{%" not in f"{path}{text}", path
        assert not path.endswith((".jinja", "copier.yml"))


def test_what_waits_for_the_author_is_marked(made):
    marked = {path for path, text in texts(made).items() if "TODO" in text}

    for stem in ("sources", "programme", "rules", "limits", "metrics", "reports", "checks"):
        assert f"src/inclusion_cafe/{stem}.py" in marked
    assert {"README.md", "CHANGELOG.md", "LICENSE.md", "docs/rules.md", "pyproject.toml"} <= marked


def test_it_is_for_the_core_that_made_it(made):
    project = tomllib.loads((made / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["name"] == "inclusion-cafe"
    assert project["version"] == "0.1.0"
    assert project["dependencies"] == ["inclusion-core>=0.1.0,<0.2"]
    assert project["entry-points"] == {"inclusion_core": {"cafe": "inclusion_cafe"}}


@pytest.mark.parametrize("core", ["1.12.3", "1.12", "1.12.0.dev4+gabc", "1.12.0rc1"])
def test_of_the_version_of_the_core_two_numbers_count(core):
    answers = NewPlugin(names=CAFE.names, core=core).answers

    assert (answers["version"], answers["core"]) == ("1.12.0", ">=1.12.0,<1.13")


@pytest.mark.parametrize("plugin", sorted((ROOT / "plugins").iterdir()), ids=lambda path: path.name)
def test_our_own_plugins_have_its_shape(made, plugin):
    template, own = (
        tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
        for folder in (made, plugin)
    )

    assert own["build-system"] == template["build-system"]
    assert own["project"]["requires-python"] == template["project"]["requires-python"]
    assert own["project"]["dependencies"][0] == template["project"]["dependencies"][0]
    assert own["tool"]["hatch"].keys() == template["tool"]["hatch"].keys()
    for name in ("README.md", "tests/cases", "tests/test_cases.py", "tests/test_conformance.py"):
        assert (made / name).exists(), name
        assert (plugin / name).exists(), name


def test_scripts_can_be_run(made):
    assert (made / ".ci" / "run").stat().st_mode & 0o111 == 0o111
    assert (made / "README.md").stat().st_mode & 0o111 == 0


def test_it_tells_how_it_can_be_made_again(made):
    command = (
        "inclusion-core new-plugin cafe --programme course "
        "--title-en 'Example course' --title-lv 'Piemēra kurss'"
    )

    assert CAFE.command == command
    assert f"$ {command}\n" in texts(made)["README.md"]


def test_made_again_it_is_the_same(made, tmp_path):
    assert texts(make_plugin(CAFE, tmp_path)) == texts(made)


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path):
    (tmp_path / "inclusion-cafe").mkdir()
    (tmp_path / "inclusion-cafe" / "mine.txt").write_text("mine")

    with pytest.raises(FolderTakenError, match="--to"):
        make_plugin(CAFE, tmp_path)

    assert texts(tmp_path) == {"inclusion-cafe/mine.txt": "mine"}


@pytest.mark.parametrize("kind", ["empty folder", "file", "broken link"])
def test_whatever_lies_there_is_left_as_it_is(tmp_path, kind):
    place = tmp_path / "inclusion-cafe"
    match kind:
        case "empty folder":
            place.mkdir()
        case "file":
            place.write_text("mine")
        case _:
            place.symlink_to(tmp_path / "nowhere")

    with pytest.raises(FolderTakenError):
        make_plugin(CAFE, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["inclusion-cafe"]


def test_where_it_cannot_be_made_nothing_is_left(tmp_path, monkeypatch):
    def half_done(source, folder, **options):
        folder.mkdir()
        (folder / "pyproject.toml").write_text("half of it")
        raise OSError("the disk is full")

    monkeypatch.setattr(copier, "run_copy", half_done)
    with pytest.raises(OSError, match="disk is full"):
        make_plugin(CAFE, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_no_program_is_run_nothing_is_fetched_and_nobody_is_asked(tmp_path, monkeypatch, capfd):
    def refused(*arguments, **options):
        raise AssertionError(arguments)

    monkeypatch.setattr(subprocess.Popen, "__init__", refused)
    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr("builtins.input", refused)
    folder = make_plugin(CAFE, tmp_path / "deep" / "down")

    assert (folder / "pyproject.toml").is_file()
    assert capfd.readouterr() == ("", "")


def test_the_settings_of_the_user_count_for_nothing(made, tmp_path, monkeypatch):
    (tmp_path / "settings.yml").write_text("defaults: [no, mapping")
    monkeypatch.setenv("COPIER_SETTINGS_PATH", str(tmp_path / "settings.yml"))

    assert texts(make_plugin(CAFE, tmp_path)) == texts(made)


@pytest.mark.parametrize("missing", ["copier", "plumbum"])
def test_without_the_extra_it_is_told_what_to_install(tmp_path, monkeypatch, missing):
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(MissingExtraError, match=r"pip install 'inclusion-core\[scaffold\]'"):
        make_plugin(CAFE, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_title_that_cannot_stand_is_refused():
    with pytest.raises(NameRefusedError):
        NewPlugin(names=CAFE.names, title_lv="{period}", core="0.1.0")


titles = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters='"\\{}'
    ),
    min_size=1,
    max_size=80,
).filter(str.strip)


@settings(max_examples=tries(15), deadline=None)
@given(title_en=titles, title_lv=titles)
def test_whatever_the_titles_are_they_stand_as_they_were_written(
    tmp_path_factory, title_en, title_lv
):
    plugin = NewPlugin(names=CAFE.names, title_en=title_en, title_lv=title_lv, core="0.1.0")
    folder = make_plugin(plugin, tmp_path_factory.mktemp("titled"))
    programme = texts(folder)["src/inclusion_cafe/programme.py"]
    found: dict[str, str] = {}

    assigned = [line for line in programme.splitlines() if line.startswith("IN_")]
    exec("\n".join(assigned), found)

    assert (found["IN_ENGLISH"], found["IN_LATVIAN"]) == (title_en, title_lv)
    assert tomllib.loads(texts(folder)["pyproject.toml"])["project"]["description"] == (
        f"{title_en}, for inclusion_core."
    )
