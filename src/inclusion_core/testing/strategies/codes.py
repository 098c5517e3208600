"""Codes of lists that are kept elsewhere: a few that look like them."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from random import Random

from hypothesis import HealthCheck, find, settings
from hypothesis import strategies as st

from inclusion_core.fields import CodeList

__all__ = ["any_code", "some_codes"]

_LOOKING_LIKE_CODES = (
    *("LV", "SY", "UA", "EE"),
    *("LV-RIX", "LV006", "LV007"),
    *("sample.one", "sample.two", "sample.one.clients", "sample.two.clients"),
    *("esf.co01", "esf.plus.eeco16"),
    *("one", "two", "1", "2", "one.1", "9.i", "a"),
)

LONGEST_CODE = 100
"""Longer codes cannot be written."""

MOST = 4

_PLAINLY = Random(1)  # noqa: S311  the same code on every run, no secret

_BRIEFLY = settings(
    database=None,
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.nested_given, HealthCheck.too_slow],
)

PRINTED = st.characters(min_codepoint=33, max_codepoint=126)


def _any(_: str) -> bool:
    return True


@lru_cache(maxsize=256)
def some_codes(code_list: CodeList) -> tuple[str, ...]:
    """A few codes that the list may hold; the simplest alone where it is like no list known here.

    Example:
        >>> some_codes(CodeList("ISO 3166-1 alpha-2", "[A-Z]{2}"))
        ('LV', 'SY', 'UA', 'EE')
        >>> some_codes(CodeList("sorts of seed", "Z[0-9]{3}"))
        ('Z000',)
    """
    pattern = re.compile(code_list.pattern)
    some = tuple(code for code in _LOOKING_LIKE_CODES if pattern.fullmatch(code))[:MOST]
    if some:
        return some
    with ThreadPoolExecutor(1) as apart:  # where a test runs, Hypothesis looks for nothing else
        search = partial(find, any_code(code_list), _any, settings=_BRIEFLY, random=_PLAINLY)
        return (apart.submit(search).result(),)


def any_code(code_list: CodeList) -> st.SearchStrategy[str]:
    """Any code that the list may hold, as far as its pattern says; of printed letters alone."""
    written = st.from_regex(code_list.pattern, fullmatch=True, alphabet=PRINTED)
    return written.map(lambda code: code[:LONGEST_CODE]).filter(
        lambda code: re.fullmatch(code_list.pattern, code) is not None
    )
