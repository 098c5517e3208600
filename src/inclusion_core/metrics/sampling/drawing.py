"""Drawing a sample that anybody can draw again: the same ids and seed give the same sample."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from hashlib import sha256

import attrs

from inclusion_core.errors import DeclarationError, UnknownNameError

__all__ = ["DrawnSample", "Stratum", "draw"]


@attrs.frozen(kw_only=True)
class Stratum:
    """One stratum of a sample.

    Attributes:
        population: How many it stands for.
        drawn: The ids of those who were drawn, sorted.
    """

    population: int
    drawn: tuple[str, ...] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class DrawnSample:
    """A sample, with what is needed to draw it again and to estimate from it.

    Attributes:
        seed: What it was drawn with.
        strata: By name, sorted.
    """

    seed: str
    strata: Mapping[str, Stratum]

    def __getitem__(self, stratum: str) -> Stratum:
        try:
            return self.strata[stratum]
        except KeyError:
            raise UnknownNameError("stratum", stratum, self.strata) from None

    @property
    def population(self) -> int:
        """How many the sample stands for."""
        return sum(stratum.population for stratum in self.strata.values())

    @property
    def drawn(self) -> tuple[str, ...]:
        """The ids of all who were drawn, sorted."""
        return tuple(sorted(key for stratum in self.strata.values() for key in stratum.drawn))

    def weight(self, stratum: str) -> Fraction:
        """For how many each of those drawn of a stratum stands.

        Raises:
            UnknownNameError: There is no such stratum.
            DeclarationError: Nobody was drawn of it.
        """
        found = self[stratum]
        if not found.drawn:
            raise DeclarationError("sample", stratum, "nobody was drawn of it to stand for others")
        return Fraction(found.population, len(found.drawn))


def draw(
    members: Mapping[str, Iterable[str]], sizes: Mapping[str, int], *, seed: str
) -> DrawnSample:
    """A simple random sample of each stratum.

    Who is drawn depends on the seed and on ids alone: not on order, machine or version of Python.
    Say the seed before anybody knows the ids, so that nobody can be accused of choosing it.

    Args:
        members: The ids of all, by stratum; an id named twice in one is one.
        sizes: How many to draw of each, such as ``allocated`` gives.
        seed: Any words, such as the number of the report.

    Raises:
        DeclarationError: An id is in two strata, a stratum has no size or a size no stratum, or
            there are fewer members than are to be drawn.

    Source:
        Simple random sampling without replacement, by sorting on a hash (SHA-256) of seed and id.

    Example:
        >>> sample = draw({"women": ["a", "b", "c"], "men": ["d", "e"]}, {"women": 2, "men": 1},
        ...               seed="report 2018")
        >>> sample.drawn
        ('a', 'c', 'e')
        >>> sample.weight("women")
        Fraction(3, 2)
    """
    listed = {name: set(members[name]) for name in sorted(members)}
    uneven = sorted(listed.keys() ^ sizes.keys())
    if uneven:
        raise DeclarationError("sample", uneven[0], "is a stratum or a size, and must be both")
    if len(set().union(*listed.values())) < sum(len(ids) for ids in listed.values()):
        raise DeclarationError("sample", seed, "somebody is in two strata; each may be in one")
    strata: dict[str, Stratum] = {}
    for name, ids in listed.items():
        if not 0 <= sizes[name] <= len(ids):
            problem = f"{sizes[name]} cannot be drawn of {len(ids)}"
            raise DeclarationError("sample", name, problem)
        first = sorted(ids, key=lambda key: _rank(seed, key))[: sizes[name]]
        strata[name] = Stratum(population=len(ids), drawn=tuple(sorted(first)))
    return DrawnSample(seed=seed, strata=strata)


def _rank(seed: str, key: str) -> tuple[bytes, str]:
    """The place of an id in the order of drawing; its length keeps seed and id apart."""
    return sha256(f"{len(seed)}:{seed}:{key}".encode()).digest(), key
