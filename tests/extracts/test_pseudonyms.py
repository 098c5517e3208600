"""Pseudonyms join what should be joined, and nothing else; the key stays where it is."""

import pickle
import re
from itertools import product

import pytest
from extract_lab import KEY, pseudonyms
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.extracts.errors import KeyFileError
from inclusion_core.extracts.key_file import key_in, new_key
from inclusion_core.extracts.pseudonyms import PSEUDONYM, Per

IDS = [f"client-{each}" for each in range(500)]


def all_of(stands_for, record_type="person"):
    return {stands_for.of(record_type, each) for each in IDS}


def test_a_project_has_the_same_pseudonyms_in_all_its_releases():
    first, later = (pseudonyms("Panel", Per.PROJECT) for _ in range(2))

    assert all_of(first) == all_of(later)
    assert len(all_of(first)) == len(IDS)


@pytest.mark.parametrize(
    "other",
    [
        pseudonyms("Release 2"),
        pseudonyms("Release 1", Per.PROJECT),
        pseudonyms(key=KEY[::-1]),
    ],
    ids=["another release", "a project of that name", "another key"],
)
def test_nothing_joins_two_releases(other):
    assert all_of(pseudonyms()).isdisjoint(all_of(other))


def test_records_of_two_types_with_one_id_have_nothing_in_common():
    assert all_of(pseudonyms()).isdisjoint(all_of(pseudonyms(), "household"))


def test_a_pseudonym_is_twenty_signs_and_the_same_on_every_machine():
    assert all(re.fullmatch(PSEUDONYM, each) for each in all_of(pseudonyms()))
    assert pseudonyms("Panel", Per.PROJECT).of("person", "client-1") == "to32rjtqhlzys3zouknt"


@given(st.lists(st.tuples(st.text(), st.text()), min_size=2, max_size=8, unique=True))
def test_no_two_keys_run_into_each_other(keys):
    assert len({pseudonyms().of(*each) for each in keys}) == len(keys)


def test_what_makes_pseudonyms_does_not_show_its_key():
    shown = repr(pseudonyms())

    assert shown == "Pseudonyms(purpose=Purpose(per=<Per.RELEASE: 'release'>, name='Release 1'))"


# The key.


def test_a_new_key_is_for_its_owner_alone_and_can_be_used(tmp_path):
    path, other = tmp_path / "key", tmp_path / "other"
    new_key(path)
    new_key(other)

    assert path.stat().st_mode & 0o777 == 0o600
    assert len(key_in(path)) == 64
    assert key_in(path) != key_in(other)


def test_a_key_is_never_written_over(tmp_path):
    path = tmp_path / "key"
    new_key(path)
    before = path.read_bytes()

    with pytest.raises(KeyFileError, match="never written over"):
        new_key(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (KEY[:31], "32 bytes of chance or more"),
        (KEY[:31] + b"\n\n\n", "32 bytes of chance or more"),
        (b"a" * 64, "32 bytes of chance or more"),
        (KEY * 200, "more than 4096 bytes"),
    ],
)
def test_what_is_no_key_is_refused_and_not_shown(tmp_path, content, told):
    path = tmp_path / "key"
    path.touch(mode=0o600)
    path.write_bytes(content)

    with pytest.raises(KeyFileError, match=told) as refused:
        key_in(path)
    error = pickle.loads(pickle.dumps(refused.value))
    assert str(error) == str(refused.value)
    assert content.decode().strip() not in f"{error!r}{error}"


def test_a_key_that_others_may_read_is_refused(tmp_path):
    path = tmp_path / "key"
    path.write_bytes(KEY)

    for mode in (0o640, 0o604):
        path.chmod(mode)
        with pytest.raises(KeyFileError, match="chmod 600"):
            key_in(path)
    path.chmod(0o400)
    assert key_in(path) == KEY


def test_where_no_owners_are_known_a_key_is_just_read(tmp_path, monkeypatch):
    path = tmp_path / "key"
    path.write_bytes(b"\xff\x00" + KEY + b"\n")
    path.chmod(0o644)
    monkeypatch.setattr("inclusion_core.extracts.key_file.os.name", "nt")

    assert key_in(path) == b"\xff\x00" + KEY


def test_every_purpose_has_pseudonyms_of_its_own():
    purposes = product(("a", "b"), Per)

    assert len({pseudonyms(*each).of("person", "p") for each in purposes}) == 4
