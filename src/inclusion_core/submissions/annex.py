"""The annex: who is behind the corrections. It stands in a file of its own, to be left out."""

from __future__ import annotations

import attrs

from inclusion_core.submissions.codec import Beside, read_json, written_json
from inclusion_core.submissions.corrections import Annex

__all__ = ["annex_from_json", "annex_json"]

_TAG: Beside = (("kind", "inclusion_core.submission_annex"), ("version", 1))


@attrs.frozen
class _Whole:
    corrections: tuple[Annex, ...]


def annex_json(annex: tuple[Annex, ...]) -> bytes:
    """The persons behind each correction, and the versions of records that name them: ids alone."""
    return written_json(_Whole(annex), beside=_TAG)


def annex_from_json(data: bytes, name: str) -> tuple[Annex, ...]:
    """The same, read back.

    Raises:
        SubmissionFileError: It is no such file.
    """
    return read_json(data, _Whole, name, beside=_TAG).corrections
