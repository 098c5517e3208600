"""The folder in which releases are kept."""

import json
from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from release_lab import HALF, count, one_way, release

from inclusion_core.errors import DeclarationError, DuplicateIdError
from inclusion_core.metrics.tally import NoCode
from inclusion_core.periods import Period
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.releases.errors import LedgerError
from inclusion_core.publishing.releases.ledger import Releases, entered, opened
from inclusion_core.publishing.releases.release import HIDDEN, Number
from inclusion_core.publishing.releases.text import FIRST, release_from, release_text
from inclusion_core.reports.behind import Shows

FIRST_RELEASE = release(
    [
        *one_way(60, {"x": HIDDEN, "y": 40, "*": HIDDEN, NoCode.UNKNOWN: 0}),
        Number(count=count("hours", Shows.UNKNOWN, b=("u", "v"), a="x"), value=Decimal("4.50")),
    ],
    counted_from=date(2017, 1, 1),
    known_on=date(2018, 7, 2),
    audience=Audience.FUNDER,
    least=3,
)
SECOND_RELEASE = release(one_way(80, {}), "second", day=date(2019, 1, 4))


@pytest.fixture
def ledger(tmp_path):
    folder = tmp_path / "deep" / "ledger"
    entered(folder, FIRST_RELEASE)
    entered(folder, SECOND_RELEASE)
    return folder


def files_of(folder):
    return sorted(folder.glob("*.json"))


def rewrite(path, old, new):
    """Edit an entry as somebody would who knows how entries are called."""
    data = path.read_bytes().replace(old, new)
    path.unlink()
    path.with_name(f"{path.name[:5]}{sha256(data).hexdigest()[:16]}.json").write_bytes(data)


def test_releases_are_read_back_as_they_were_entered(ledger):
    found = opened(ledger)

    assert found.entries == (FIRST_RELEASE, SECOND_RELEASE)
    assert found.last == sha256(files_of(ledger)[-1].read_bytes()).hexdigest()
    assert files_of(ledger)[-1].name == f"0002-{found.last[:16]}.json"


def test_an_empty_folder_has_no_releases_and_none_is_a_fault(tmp_path):
    assert opened(tmp_path) == Releases(entries=(), last=FIRST)
    with pytest.raises(FileNotFoundError):
        opened(tmp_path / "none")


def test_other_files_beside_the_entries_are_left_alone(ledger):
    (ledger / "README.txt").write_text("ours")
    (ledger / ".0003.json.part").write_text("torn")

    assert len(opened(ledger).entries) == 2


def test_a_release_is_entered_once(ledger):
    with pytest.raises(DuplicateIdError, match="'second' is in the ledger"):
        entered(ledger, SECOND_RELEASE)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda files: files[0].write_bytes(files[0].read_bytes()[:-40]), "its bytes are others"),
        (lambda files: files[1].write_bytes(b""), "its bytes are others"),
        (lambda files: files[0].unlink(), "entry 1 should stand here"),
        (lambda files: files[0].rename(files[0].with_name("first.json")), "no entry is called so"),
        (
            lambda files: rewrite(files[0], b'"count": 60', b'"count": 61'),
            "the entry before it is another",
        ),
        (lambda files: rewrite(files[1], b'"count": 80', b'"count": "80"'), "write a whole number"),
        (lambda files: rewrite(files[1], b"{", b"["), "write JSON in UTF-8"),
    ],
)
def test_what_was_torn_edited_or_taken_out_is_found_out(ledger, spoil, why):
    spoil(files_of(ledger))

    with pytest.raises(LedgerError, match=why) as caught:
        opened(ledger)
    assert "take the ledger from a copy" in str(caught.value)
    assert caught.value.name.endswith(".json")


def spoilt(**changed):
    whole = json.loads(release_text(SECOND_RELEASE, FIRST))
    return json.dumps({**whole, **changed}).encode()


NUMBER = {"behind": {"metric": "m", "groups": [], "shows": "figure"}, "count": 4}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"kind": "x"}, "kind: only inclusion_core.release can be read"),
        ({"version": 2}, "version: only 1"),
        ({"before": "0"}, "before: write 64 digits"),
        ({"day": "2019-02-30"}, "day: write a day"),
        ({"audience": "world"}, "audience: write one of"),
        ({"period": {"first_day": "2019-01-02", "last_day": "2019-01-01"}}, "lies before"),
        ({"period": {"first_day": "2019-01-02", "last_day": None}}, "period.last_day: write a day"),
        ({"counted_from": "2019-01-01"}, "begins with the period, or before it"),
        ({"threshold": {"persons": 1, "households": 1, "because": ""}}, "below two"),
        ({"numbers": [{**NUMBER, "hidden": True}]}, "write one of count, decimal, hidden"),
        ({"numbers": [{**NUMBER, "behind": {"stated": True}}]}, "write what is counted"),
        ({"numbers": [{"behind": NUMBER["behind"], "hidden": False}]}, "hidden: only True"),
        ({"numbers": [{"behind": NUMBER["behind"], "decimal": 4.5}]}, "in quotation marks"),
        ({"more": 1}, "leave out all fields but"),
    ],
)
def test_an_entry_is_read_strictly(changed, why):
    with pytest.raises(LedgerError, match=why):
        release_from(spoilt(**changed), "0001.json")


def test_half_a_number_is_told_in_a_whole_entry():
    wrong = {"behind": NUMBER["behind"], "decimal": "4,5"}

    with pytest.raises(LedgerError, match=r"numbers\[0\].decimal: write a number"):
        release_from(spoilt(numbers=[wrong]), "0001.json")


def test_what_is_shown_anywhere_is_not_hidden():
    numbers = (Number(count=count(), value=HIDDEN), Number(count=count(), value=4))

    assert release(numbers).numbers == (Number(count=count(), value=4),)
    assert release(numbers[::-1]).numbers == (Number(count=count(), value=4),)


def test_equal_counts_are_equal_however_they_are_written():
    one = Number(count=count(b="u", a=("y", "x", NoCode.UNKNOWN, "x")), value=4)

    assert one.count == count(a=("x", "y", NoCode.UNKNOWN), b="u")


def test_a_release_says_which_days_it_tells_of():
    assert FIRST_RELEASE.span == Period(date(2017, 1, 1), date(2018, 6, 30))
    assert SECOND_RELEASE.span == HALF
    with pytest.raises(DeclarationError, match="needs a last day"):
        release([], period=Period(date(2018, 1, 1)))


CODES = st.sampled_from(["x", "y", "*", "ā", NoCode.ABSENT, NoCode.UNKNOWN])
VALUES = st.one_of(
    st.integers(0, 10**12), st.just(HIDDEN), st.decimals(0, 1000, places=2, allow_nan=False)
)
NUMBERS = st.builds(
    lambda codes, shows, value: Number(count=count("m", shows, **codes), value=value),
    st.dictionaries(
        st.sampled_from("ab"), st.lists(CODES, min_size=1, max_size=3).map(tuple), max_size=2
    ),
    st.sampled_from(Shows),
    VALUES,
)


@given(st.lists(NUMBERS, max_size=5), st.sampled_from(Audience))
def test_every_release_is_read_back(numbers, audience):
    published = release(numbers, audience=audience)

    assert release_from(release_text(published, FIRST), "x") == (published, FIRST)
