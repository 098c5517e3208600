import shlex

import pytest


@pytest.fixture
def make(run, tmp_path):
    """Runs the command in a folder of its own."""

    def made(*arguments, **plugins):
        return run("new-plugin", *arguments, "--to", tmp_path, **plugins)

    return made


def programme(folder):
    return next(folder.glob("src/*/programme.py")).read_text(encoding="utf-8")


def test_a_plugin_is_made_and_what_comes_next_is_told(make, tmp_path):
    code, shown, remarks = make("cafe")

    folder = tmp_path / "inclusion-cafe"
    assert (code, remarks) == (0, "")
    assert shown == (
        f"The plugin is written to {folder}. What comes next:\n"
        f"  python -m pip install -e '{folder}[test]'\n"
        f"  pytest {folder}\n"
        f"  grep -rn TODO {folder}\n"
    )
    assert 'id="cafe.course"' in programme(folder)
    assert 'IN_ENGLISH = "Example course"' in programme(folder)
    assert 'IN_LATVIAN = "Piemēra kurss"' in programme(folder)


def test_it_is_told_in_latvian(make, tmp_path):
    _, shown, _ = make("cafe", "--language", "lv")

    assert shown.startswith(f"Spraudnis ir uzrakstīts: {tmp_path / 'inclusion-cafe'}. Tālāk:\n")


def test_without_a_folder_it_is_made_here(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    code, shown, _ = run("new-plugin", "home_visits")

    assert code == 0
    assert "pytest inclusion-home-visits\n" in shown
    assert (tmp_path / "inclusion-home-visits" / "pyproject.toml").is_file()


def test_commands_can_be_copied_whatever_the_folder_is_called(run, tmp_path):
    folder = tmp_path / "my plugins"

    _, shown, _ = run("new-plugin", "cafe", "--to", folder)

    for line in shown.splitlines()[1:]:
        assert str(folder / "inclusion-cafe") in shlex.split(line)[-1]


def test_the_programme_and_its_titles_are_those_that_are_given(make, tmp_path):
    titles = ("--title-en", "Language café", "--title-lv", "Valodas kafejnīca")

    assert make("cafe", "--programme", "language", *titles)[0] == 0

    written = programme(tmp_path / "inclusion-cafe")
    assert 'id="cafe.language"' in written
    assert 'IN_ENGLISH = "Language café"' in written
    assert 'IN_LATVIAN = "Valodas kafejnīca"' in written


@pytest.mark.parametrize("option", ["--title-en", "--title-lv"])
def test_one_title_stands_for_both_until_it_is_translated(make, tmp_path, option):
    assert make("cafe", option, "Kafe")[0] == 0

    written = programme(tmp_path / "inclusion-cafe")
    assert 'IN_ENGLISH = "Kafe"' in written
    assert 'IN_LATVIAN = "Kafe"' in written


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Café-Two",), "beginning with a letter: cafe_two\n"),
        (("cafe", "--programme", "In Town"), "beginning with a letter: in_town\n"),
        (("cafe", "--title-en", '"'), "it can be corrected in programme.py\n"),
        (("cafe", "--title-lv", ""), "it can be corrected in programme.py\n"),
    ],
)
def test_a_name_that_cannot_stand_is_refused(make, tmp_path, arguments, told):
    code, shown, remarks = make(*arguments)

    assert (code, shown) == (2, "")
    assert remarks.endswith(told)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["toy", "core"])
def test_a_namespace_that_is_taken_is_refused(make, tmp_path, name):
    code, _, remarks = make(name)

    assert code == 2
    assert f"the namespace '{name}' is taken by inclusion-{name}" in remarks
    assert list(tmp_path.iterdir()) == []


def test_that_of_a_plugin_that_does_not_load_is_taken_too(make, broken_plugin):
    code, _, remarks = make("broken", plugins=(broken_plugin,))

    assert code == 2
    assert "is taken by inclusion-broken" in remarks


def test_ones_own_plugin_can_be_made_again_to_compare(make, tmp_path):
    code, _, remarks = make("toy", "--again")

    assert (code, remarks) == (0, "")
    assert (tmp_path / "inclusion-toy").is_dir()


def test_a_folder_that_is_there_is_not_written_over(make, tmp_path):
    (tmp_path / "inclusion-cafe").mkdir()

    code, _, remarks = make("cafe")

    assert code == 2
    assert "is there already, and nothing is written over" in remarks
    assert list((tmp_path / "inclusion-cafe").iterdir()) == []
