"""The file of answers: what its author says about a submission, as a TOML document.

Each answer is a text, or a table with ``lv`` and ``en``; one language alone stands for both::

    [cover]
    contract = "2018/7"

    [narrative]
    summary = "Two groups ended."

    [corrections]
    "sif.mentoring.clients" = "Two entries came from the archive in January."

    [deviations."sif.mentoring.clients"]
    lv = "Ieradās mazāk cilvēku."
    en = "Fewer people arrived."
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

import attrs

from inclusion_core.submissions.cover import Cover
from inclusion_core.submissions.errors import AnswersError
from inclusion_core.submissions.submission import Given
from inclusion_core.submissions.wording import verbatim
from inclusion_core.texts import Text
from inclusion_core.wire.toml_reading import tables_in

__all__ = ["MAX_ANSWERS_BYTES", "given_in"]

MAX_ANSWERS_BYTES = 1 << 20
"""A longer file is not read: what funders ask for has some thousand words."""

_COVER = ("operation", "contract", "beneficiary", "provider")
_PARTS = ("cover", "narrative", "corrections", "deviations")
_Answers: TypeAlias = tuple[tuple[str, Text], ...]


def given_in(document: bytes) -> Given:
    """What the author says; what is left empty is not said.

    Raises:
        AnswersError: It is no such file, or it has more than a mebibyte.
    """
    if len(document) > MAX_ANSWERS_BYTES:
        raise AnswersError((f"a file of answers has at most {MAX_ANSWERS_BYTES:,} bytes",))
    try:
        whole = tables_in(document)
    except ValueError:  # the error holds what stands there
        raise AnswersError(("write TOML in UTF-8; --template shows how",)) from None
    faults = [f"there is no part [{name}]" for name in sorted(whole.keys() - set(_PARTS))]
    cover, narrative, reasons, deviations = (_part(whole, name, faults) for name in _PARTS)
    said = _cover(cover, faults)
    given = Given(
        cover=said,
        narrative=_texts("narrative", narrative, faults),
        reasons=_texts("corrections", reasons, faults),
        deviations=_texts("deviations", deviations, faults),
    )
    if faults:
        raise AnswersError(tuple(faults))
    return given


def _part(whole: Mapping[str, object], name: str, faults: list[str]) -> Mapping[str, object]:
    part = whole.get(name, {})
    if isinstance(part, dict):
        return cast("dict[str, object]", part)
    faults.append(f"[{name}] is a table")
    return {}


def _cover(part: Mapping[str, object], faults: list[str]) -> Cover:
    said: dict[str, str] = {}
    for name, words in sorted(part.items()):
        if name not in _COVER:
            faults.append(f"[cover] has only {', '.join(_COVER)}")
        elif not isinstance(words, str):
            faults.append(f"cover.{name} is a text")
        else:
            said[name] = words.strip()
    return Cover(
        operation=said.get("operation", ""),
        contract=said.get("contract", ""),
        beneficiary=said.get("beneficiary", ""),
        provider=said.get("provider", ""),
    )


def _texts(part: str, answers: Mapping[str, object], faults: list[str]) -> _Answers:
    found: list[tuple[str, Text]] = []
    for key, answer in sorted(answers.items()):
        text = _text(answer)
        if text is None:
            faults.append(f"{part}.{key} is a text, or has lv and en; put quotes around the name")
        elif text.en:
            found.append((key, text))
    return tuple(found)


def _text(answer: object) -> Text | None:
    """A text in both languages; none where it is neither a text nor a table of them."""
    if isinstance(answer, str):
        return verbatim(answer.strip())
    if not isinstance(answer, dict):
        return None
    by_language = cast("dict[str, object]", answer)
    words = [by_language.get(language, "") for language in ("lv", "en")]
    if by_language.keys() - {"lv", "en"} or not all(isinstance(each, str) for each in words):
        return None
    latvian, english = (str(each).strip() for each in words)
    return attrs.evolve(
        verbatim(latvian or english), en=verbatim(english or latvian).en, filled_in=True
    )
