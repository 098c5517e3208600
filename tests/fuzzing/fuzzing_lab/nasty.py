"""What a careless program, a broken disk or an unkind person puts into a document."""

from __future__ import annotations

__all__ = ["CANARY", "NASTY_JSON", "NASTY_PIECES", "NASTY_TEXTS", "leaked"]

CANARY = "Žņēķļģšč"
"""Stands for a value of a client: no part of it is an id, a code or a name of anything."""

_LEAKS = tuple(CANARY[at : at + 3] for at in range(len(CANARY) - 2))


def leaked(said: str) -> bool:
    """Whether the canary, or three letters of it, were told."""
    return any(each in said for each in (*_LEAKS, ascii(CANARY)[1:-1]))


NASTY_TEXTS = (
    *("", " ", CANARY, "\0", "\ufeff", "\r\n", "\x1f", "\u2028", "a\u0301", "\u202e", "x" * 5000),
    *("=1+1", "-1", "1e999", "NaN", "9" * 5000, "0" * 40, "1.0", "true", "null", "*", "{x}", "%s"),
    *("2018-02-30", "2018-4-15", "0001-01-01", "9999-12-31", "2018", "2018-06/2018-07", "30.02.18"),
    *("050590-12345", "a@b.lv", "../../x", "c-1", "c-2", "erased", "unknown", "recorded"),
    *("[" * 40, "{" * 40, "(" * 40, "| " * 40, "* " * 40, "<!--", "```", "[[sheet]]", "a." * 40),
)

NASTY_JSON = (
    *("null", "true", "false", "0", "-1", "1.0", "1e999", "-0.0", "NaN", "Infinity", "-Infinity"),
    *(
        "9" * 25,
        "9" * 5000,
        "-" + "1" * 400,
        "[]",
        "{}",
        '""',
        '"\\u0000"',
        '"\\ud800"',
        '"\\udfff"',
    ),
    *("[" * 30 + "]" * 30, '{"a":' * 30 + "1" + "}" * 30, "[[[[]]]]", '{"id":1,"id":2}', "[null]"),
    *(f'"{CANARY}"', '"2018-04-15"', '"2018"', '"c-1"', '{"unknown":"refused"}', '"\ufeff"', "1E5"),
)
"""Values, written; some of them no reader may take."""

NASTY_PIECES = (
    *(b"", b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n", b"\n", b"\r"),
    *(b'"', b"'", b",", b";", b"[", b"]", b"{", b"}", b":", b"<", b">", b"&", b"|", b"`", b"\\"),
    *(b"NaN", b"1e999", b"\\ud800", b"&#0;", b"<![CDATA[", b"<!DOCTYPE x>", b"\x1a", b"\xf4\x90"),
    *(b"9" * 400, b"[" * 100, b'{"a":' * 100, b'"' * 100, b"-" * 100, b" " * 100, CANARY.encode()),
)
