import pytest

from inclusion_core.cli.sample import DOCUMENT, NOTE

SAMPLE = "toy.sample"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_sample_is_written_as_a_folder_that_can_be_checked(run, tmp_path):
    made = tmp_path / "deep" / "made"

    code, shown, remarks = run("sample", SAMPLE, made)

    assert (code, remarks) == (0, "")
    assert shown == (
        f"Synthetic data, no real person's: toy.sample, seed 7.\nVersions: 2. Written to {made}\n"
    )
    assert run("check", made)[0] == 0


def test_the_folder_itself_says_that_the_data_are_synthetic(run, tmp_path):
    run("sample", SAMPLE, tmp_path / "made")

    assert (tmp_path / "made" / NOTE).read_text(encoding="utf-8") == (
        "Synthetic data, no real person's: toy.sample, seed 7.\n"
        "Sintētiski dati, neviena īsta cilvēka: toy.sample, sēkla 7.\n"
    )


def test_a_sample_is_written_as_a_document(run, tmp_path):
    made = tmp_path / "made"

    code, shown, _ = run("sample", SAMPLE, made, "--format", "json", "--language", "lv")

    assert code == 0
    assert shown.endswith(f"Versijas: 2. Ierakstīts: {made / DOCUMENT}\n")
    assert set(contents(made)) == {NOTE, DOCUMENT}
    assert run("check", made / DOCUMENT)[0] == 0


def test_the_seed_decides(run, tmp_path):
    for seed in (1, 1, 12345):
        run("sample", SAMPLE, tmp_path / str(seed), "--seed", seed)

    assert b"Provider 12345" in (tmp_path / "12345" / "provider.csv").read_bytes()
    assert "seed 12345." in (tmp_path / "12345" / NOTE).read_text(encoding="utf-8")


def test_a_sample_can_be_written_again(run, tmp_path):
    made = tmp_path / "made"
    first = run("sample", SAMPLE, made)
    before = contents(made)

    assert run("sample", SAMPLE, made) == first
    assert contents(made) == before
    assert run("sample", SAMPLE, made, "--seed", "2", "--format", "json")[0] == 0


def test_an_empty_folder_or_one_with_hidden_files_may_be_used(run, tmp_path):
    (tmp_path / ".gitignore").write_text("*")

    assert run("sample", SAMPLE, tmp_path)[0] == 0


@pytest.mark.parametrize("names", [("client.csv",), (NOTE, "thesis.txt"), ("thesis.txt",)])
def test_a_folder_with_other_files_is_left_alone(run, tmp_path, names):
    for name in names:
        (tmp_path / name).write_text("mine")
    before = contents(tmp_path)

    code, shown, remarks = run("sample", SAMPLE, tmp_path)

    assert (code, shown) == (2, "")
    assert "holds files that no sample has left; name another folder" in remarks
    assert contents(tmp_path) == before


def test_other_files_stay_where_overwriting_is_asked_for(run, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    (tmp_path / "client.csv").write_text("old")

    assert run("sample", SAMPLE, tmp_path, "--overwrite")[0] == 0
    assert (tmp_path / "thesis.txt").read_text() == "mine"
    assert (tmp_path / "client.csv").read_text() != "old"


def test_a_file_is_no_folder(run, tmp_path):
    (tmp_path / "made").write_text("mine")

    code, _, remarks = run("sample", SAMPLE, tmp_path / "made")

    assert code == 4
    assert remarks.startswith(f"inclusion-core: {tmp_path / 'made'}: ")


def test_a_misspelt_sample_has_a_near_one(run, tmp_path):
    code, _, remarks = run("sample", "toy.sampel", tmp_path / "made")

    assert code == 2
    assert remarks == "inclusion-core: no sample 'toy.sampel'; did you mean toy.sample?\n"
