"""Samples: how many, who, and what they say about all."""

import subprocess
import sys
from fractions import Fraction
from itertools import combinations, pairwise
from math import comb, sqrt

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.errors import DeclarationError, UnknownNameError
from inclusion_core.metrics.sampling.drawing import DrawnSample, Stratum, draw
from inclusion_core.metrics.sampling.estimating import Interval, estimated
from inclusion_core.metrics.sampling.size import allocated, size_needed, standard_errors
from inclusion_core.truth import Truth

HALF = Fraction(1, 2)

# How many.


@pytest.mark.parametrize(
    ("population", "margin", "confidence", "size"),
    [
        (0, Fraction(2, 100), Fraction(95, 100), 0),
        (1, Fraction(2, 100), Fraction(95, 100), 1),
        (2, Fraction(9, 10), Fraction(95, 100), 2),
        (1000, Fraction(2, 100), Fraction(95, 100), 707),
        (1000, Fraction(5, 100), Fraction(95, 100), 278),
        (10_000_000, Fraction(2, 100), Fraction(95, 100), 2401),
        (10_000_000, Fraction(2, 100), Fraction(99, 100), 4146),
    ],
)
def test_the_size_needed_is_that_of_the_textbook(population, margin, confidence, size):
    assert size_needed(population, margin=margin, confidence=confidence) == size


@given(st.integers(3, 5000), st.integers(1, 40), st.sampled_from([80, 90, 95, 99]))
def test_the_size_needed_keeps_the_margin_and_one_fewer_does_not(population, per_cent, confidence):
    margin, sure = Fraction(per_cent, 100), Fraction(confidence, 100)

    def reached(size):
        """The square of the margin, at a share of one half."""
        varies = Fraction(population, population - 1) / 4
        return standard_errors(sure) ** 2 * (1 - Fraction(size, population)) * varies / size

    size = size_needed(population, margin=margin, confidence=sure)

    assert 2 <= size <= population
    assert reached(size) <= margin**2
    assert size == 2 or reached(size - 1) > margin**2


@pytest.mark.parametrize("part", [Fraction(0), Fraction(1), Fraction(5)])
def test_a_margin_or_confidence_that_is_no_part_of_one_is_refused(part):
    with pytest.raises(DeclarationError, match="margin"):
        size_needed(100, margin=part)
    with pytest.raises(DeclarationError, match="confidence"):
        size_needed(100, margin=HALF, confidence=part)


@pytest.mark.parametrize(
    ("sizes", "total", "drawn"),
    [
        ({"a": 50, "b": 30, "c": 20}, 10, {"a": 5, "b": 3, "c": 2}),
        ({"a": 50, "b": 30, "c": 20}, 11, {"a": 6, "b": 3, "c": 2}),
        ({"a": 1000, "b": 3, "c": 1, "d": 0}, 20, {"a": 17, "b": 2, "c": 1, "d": 0}),
        ({"a": 5, "b": 5, "c": 5}, 7, {"a": 3, "b": 2, "c": 2}),
        ({"b": 6, "a": 6, "c": 4}, 16, {"a": 6, "b": 6, "c": 4}),
        ({"a": 100, "b": 6, "c": 5}, 9, {"a": 5, "b": 2, "c": 2}),
        ({}, 0, {}),
    ],
)
def test_strata_give_by_their_size_and_two_at_least(sizes, total, drawn):
    found = allocated(sizes, total)

    assert found == drawn
    assert list(found) == sorted(sizes)


strata = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 60), max_size=6)


@given(strata, st.data())
def test_an_allocation_is_whole_fair_and_blind_to_order(sizes, data):
    least = sum(min(2, size) for size in sizes.values())
    total = data.draw(st.integers(least, sum(sizes.values())))

    found = allocated(sizes, total)

    assert sum(found.values()) == total
    for name, size in sizes.items():
        assert min(2, size) <= found[name] <= size
        for other in sizes:
            assert sizes[other] < size or found[other] >= found[name] - 1
        if total >= 2 * len(sizes) and found[name] > 2:
            assert found[name] < Fraction(total * size, sum(sizes.values())) + 1
    assert list(found.items()) == list(allocated(dict(reversed(sizes.items())), total).items())


@pytest.mark.parametrize(("sizes", "total"), [({"a": 5, "b": 5}, 3), ({"a": 5, "b": 5}, 11)])
def test_fewer_than_two_of_each_or_more_than_there_are_cannot_be_drawn(sizes, total):
    with pytest.raises(DeclarationError, match="give a number from 4, two of each stratum, to 10"):
        allocated(sizes, total)


def test_a_stratum_of_fewer_than_none_is_refused():
    with pytest.raises(DeclarationError, match="fewer than none"):
        allocated({"a": -1, "b": 5}, 4)


# Who.

MEMBERS = {"women": ["a", "b", "c", "d"], "men": ["e", "f", "g"]}


def test_the_same_seed_draws_the_same_sample_on_any_machine():
    sample = draw(MEMBERS, {"women": 2, "men": 1}, seed="report 2018")

    assert sample.strata == {
        "men": Stratum(population=3, drawn=("e",)),
        "women": Stratum(population=4, drawn=("a", "c")),
    }
    assert sample.drawn == ("a", "c", "e")
    assert sample.population == 7
    assert sample.weight("women") == 2
    assert sample.weight("men") == 3
    script = (
        "from inclusion_core.metrics.sampling.drawing import draw\n"
        f"print(draw({MEMBERS!r}, dict(women=2, men=1), seed='report 2018').drawn)"
    )
    for hashed in ("1", "2"):
        printed = subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": hashed},
            capture_output=True,
            check=True,
            text=True,
        )
        assert printed.stdout == "('a', 'c', 'e')\n"


ids = st.sets(st.text("ab:1ā", min_size=1, max_size=4), max_size=12)


@given(ids, st.text(max_size=3), st.data())
def test_a_sample_depends_on_the_seed_and_the_ids_alone(members, seed, data):
    size = data.draw(st.integers(0, len(members)))
    listed = data.draw(st.permutations(sorted(members)))

    sample = draw({"all": listed * 2}, {"all": size}, seed=seed)

    assert sample == draw({"all": sorted(members)}, {"all": size}, seed=seed)
    assert sample["all"].population == len(members)
    assert len(sample.drawn) == len(set(sample.drawn) & members) == size
    bigger = draw({"all": listed}, {"all": len(members)}, seed=seed)
    assert bigger.drawn == tuple(sorted(members))


def test_one_more_to_draw_keeps_those_who_were_drawn():
    keys = [f"p-{number}" for number in range(30)]
    samples = [set(draw({"all": keys}, {"all": size}, seed="x").drawn) for size in range(31)]

    assert all(fewer < more for fewer, more in pairwise(samples))


def test_everybody_is_drawn_about_equally_often():
    keys = [f"p-{number}" for number in range(10)]
    drawn = [draw({"all": keys}, {"all": 3}, seed=f"seed {n}").drawn for n in range(1000)]

    times = [sum(key in each for each in drawn) for key in keys]

    assert all(abs(each - 300) < 4 * sqrt(1000 * 0.3 * 0.7) for each in times)


@pytest.mark.parametrize(
    ("members", "sizes", "problem"),
    [
        ({"a": ["x"], "b": ["x"]}, {"a": 1, "b": 1}, "somebody is in two strata"),
        ({"a": ["x"]}, {}, "^sample 'a': is a stratum or a size, and must be both$"),
        ({}, {"a": 1}, "^sample 'a': is a stratum or a size, and must be both$"),
        ({"a": ["x"]}, {"a": 2}, "2 cannot be drawn of 1"),
        ({"a": ["x"]}, {"a": -1}, "-1 cannot be drawn of 1"),
    ],
)
def test_a_sample_that_cannot_be_drawn_is_refused(members, sizes, problem):
    with pytest.raises(DeclarationError, match=problem):
        draw(members, sizes, seed="x")


def test_a_stratum_of_which_nobody_was_drawn_stands_for_nobody():
    sample = draw({"a": ["x"]}, {"a": 0}, seed="x")

    with pytest.raises(DeclarationError, match="nobody was drawn"):
        sample.weight("a")
    with pytest.raises(UnknownNameError, match="no stratum 'b'"):
        sample.weight("b")


def test_a_sample_does_not_show_who_is_in_it():
    assert "'x'" not in repr(draw({"a": ["x"]}, {"a": 1}, seed="s"))


# What they say.


def sampled(**strata):
    """A sample, and the answers, by stratum: population, yes, no, without an answer."""
    drawn, answers = {}, {}
    for name, (population, yes, no, silent) in strata.items():
        keys = tuple(f"{name}-{number}" for number in range(yes + no + silent))
        drawn[name] = Stratum(population=population, drawn=keys)
        answers |= dict.fromkeys(keys[:yes], Truth.YES)
        answers |= dict.fromkeys(keys[yes : yes + no], Truth.NO)
        answers |= dict.fromkeys(keys[yes + no :: 2], Truth.UNKNOWN)
    return DrawnSample(seed="s", strata=drawn), answers


def estimate(**strata):
    return estimated(*sampled(**strata))


def test_one_stratum_is_estimated_as_in_the_textbook():
    found = estimate(a=(100, 30, 8, 2))

    assert (found.number, found.share) == (Fraction(3000, 38), Fraction(30, 38))
    assert (found.population, found.drawn, found.answered, found.unanswered) == (100, 40, 38, 2)
    assert (found.if_all_no, found.if_all_yes) == (Fraction(30, 40), Fraction(32, 40))
    share = 30 / 38
    margin = 1.959963985 * sqrt((1 - 38 / 100) * share * (1 - share) / 37)
    assert float(found.interval.least) == pytest.approx(share - margin, abs=1.1e-6)
    assert float(found.interval.most) == pytest.approx(share + margin, abs=1.1e-6)
    assert found.number_interval == Interval(found.interval.least * 100, found.interval.most * 100)
    assert found.no_interval is None


def test_strata_weigh_as_much_as_they_stand_for():
    found = estimate(big=(900, 10, 10, 0), small=(100, 20, 0, 0))

    assert found.share == Fraction(450 + 100, 1000)
    variance = 900**2 * (1 - 20 / 900) * 0.25 / 19 / 1000**2
    assert float(found.interval.most) == pytest.approx(
        0.55 + 1.959963985 * sqrt(variance), abs=1.1e-6
    )


def test_more_confidence_makes_a_wider_interval():
    sample, answers = sampled(a=(100, 30, 8, 2))
    wide, narrow = (
        estimated(sample, answers, confidence=Fraction(each, 100)).interval for each in (99, 80)
    )

    assert wide.least < narrow.least < narrow.most < wide.most


def test_who_answered_makes_the_ends_of_an_interval_sure():
    assert estimate(a=(10, 8, 1, 0)).interval.most == Fraction(9, 10)
    assert estimate(a=(10, 1, 8, 0)).interval.least == Fraction(1, 10)


def test_where_all_were_asked_and_answered_nothing_varies():
    found = estimate(a=(3, 3, 0, 0), b=(1, 0, 1, 0), none=(0, 0, 0, 0))

    assert found.interval == Interval(Fraction(3, 4), Fraction(3, 4))
    assert (found.number, found.if_all_no, found.if_all_yes) == (3, Fraction(3, 4), Fraction(3, 4))


@pytest.mark.parametrize(
    ("strata", "english", "latvian"),
    [
        (
            {"a": (50, 5, 5, 0), "b": (9, 1, 0, 3), "c": (9, 0, 0, 2)},
            "There is no interval: fewer than two answered in b and c.",
            "Intervāla nav: mazāk par divām atbildēm ir stratā b un c.",
        ),
        (
            {"a": (50, 5, 0, 1), "b": (9, 0, 3, 0)},
            "There is no interval: in each stratum all who answered said the same.",
            "Intervāla nav: katrā stratā visi, kas atbildēja, atbildēja vienādi.",
        ),
        (
            {"a": (0, 0, 0, 0)},
            "There is no interval: the sample stands for nobody.",
            "Intervāla nav: izlasē neviena nav.",
        ),
    ],
)
def test_where_an_interval_would_say_too_much_there_is_none(strata, english, latvian):
    found = estimate(**strata)

    assert (found.interval, found.number_interval) == (None, None)
    assert found.no_interval.in_("en") == english
    assert found.no_interval.in_("lv") == latvian


def test_without_an_answer_from_a_stratum_there_is_no_estimate_but_bounds():
    found = estimate(a=(50, 5, 5, 0), b=(50, 0, 0, 2))

    assert (found.number, found.share) == (None, None)
    assert (found.if_all_no, found.if_all_yes) == (Fraction(1, 4), Fraction(3, 4))


def test_of_nobody_there_is_no_share():
    found = estimate(a=(0, 0, 0, 0))

    assert (found.number, found.share, found.if_all_no, found.if_all_yes) == (0, None, None, None)


def test_a_stratum_of_which_nobody_was_drawn_leaves_the_bounds_open():
    assert estimate(a=(50, 5, 5, 0), b=(50, 0, 0, 0)).if_all_yes is None


def test_an_answer_of_somebody_who_was_not_drawn_is_refused_without_the_id():
    sample, answers = sampled(a=(100, 30, 8, 2))

    with pytest.raises(DeclarationError, match="1 answered who were not drawn") as raised:
        estimated(sample, answers | {"stranger": Truth.YES})
    assert "stranger" not in str(raised.value)


@given(st.integers(2, 7), st.data())
@settings(max_examples=tries(30), deadline=None)
def test_over_all_samples_the_estimate_and_its_variance_are_right_on_average(population, data):
    size = data.draw(st.integers(2, population))
    yes = data.draw(st.integers(0, population))
    everybody = [Truth.YES] * yes + [Truth.NO] * (population - yes)
    found = []
    for drawn in combinations(range(population), size):
        sample = DrawnSample(
            seed="s",
            strata={"a": Stratum(population=population, drawn=tuple(map(str, drawn)))},
        )
        one = estimated(sample, {str(key): everybody[key] for key in drawn})
        found.append((one.number, one.strata["a"].variance))

    number = comb(population, size)
    mean = sum(each for each, _ in found) / number
    assert mean == yes
    assert sum((each - mean) ** 2 for each, _ in found) / number == (
        sum(variance for _, variance in found) / number
    )


@given(
    st.lists(
        st.tuples(*[st.integers(0, 6)] * 4).map(lambda each: (each[0] + sum(each[1:]), *each[1:])),
        max_size=3,
    )
)
def test_the_estimate_lies_between_its_bounds_and_inside_its_interval(strata):
    found = estimate(**{f"s{place}": each for place, each in enumerate(strata)})

    if found.share is not None and found.if_all_no is not None:
        assert found.if_all_no <= found.share <= found.if_all_yes
    assert (found.interval is None) != (found.no_interval is None)
    if found.interval is not None:
        assert 0 <= found.interval.least <= found.share <= found.interval.most <= 1
