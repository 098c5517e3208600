"""Pseudonyms: what stands for an id, so that who has no key cannot lead it back.

A pseudonym is the beginning of an HMAC-SHA-256 of record type and id. Its key is derived from the
one key of the house and a purpose: a release, whose pseudonyms have nothing in common with those of
any other, or a project, whose releases all have the same ones, so that a panel can be followed.
"""

from __future__ import annotations

import hmac
from base64 import b32encode
from enum import Enum

import attrs

__all__ = ["PSEUDONYM", "Per", "Pseudonyms", "Purpose"]

BYTES = 13
LENGTH = 20

PSEUDONYM = rf"[a-z2-7]{{{LENGTH}}}"
"""Regular expression of a pseudonym: 20 letters and digits, which are 100 bits.

Of ten million, two are the same with a probability of four in ten to the power of seventeen.
"""


class Per(Enum):
    """For what pseudonyms hold."""

    RELEASE = "release"
    PROJECT = "project"


@attrs.frozen(kw_only=True)
class Purpose:
    """For what pseudonyms are made; the same purpose gives the same ones again.

    Attributes:
        per: One release, or all releases of a project.
        name: Of the release or the project.
    """

    per: Per
    name: str


@attrs.frozen(repr=False, eq=False)
class Pseudonyms:
    """Gives the pseudonyms of one purpose; does not show its key.

    Example:
        >>> panel = Pseudonyms(b"a key is made by chance, and this one is none",
        ...                    Purpose(per=Per.PROJECT, name="Panel"))
        >>> panel.of("person", "c-1") == panel.of("client", "c-1")
        False
        >>> panel
        Pseudonyms(purpose=Purpose(per=<Per.PROJECT: 'project'>, name='Panel'))
    """

    _key: bytes
    purpose: Purpose
    _derived: bytes = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        told = ("inclusion_core", "pseudonyms", self.purpose.per.value, self.purpose.name)
        object.__setattr__(self, "_derived", _hmac(self._key, told))

    def __repr__(self) -> str:
        return f"Pseudonyms(purpose={self.purpose!r})"

    def of(self, record_type: str, key: str) -> str:
        """What stands for a record: 20 small letters and digits."""
        digest = _hmac(self._derived, (record_type, key))
        return b32encode(digest[:BYTES]).decode("ascii")[:LENGTH].lower()


def _hmac(key: bytes, parts: tuple[str, ...]) -> bytes:
    """The HMAC of several texts; no two lists of texts are written alike."""
    written = "".join(f"{len(each)}:{each}" for each in parts)
    return hmac.digest(key, written.encode("utf-8", "surrogatepass"), "sha256")
