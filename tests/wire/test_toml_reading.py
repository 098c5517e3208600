"""TOML text within bounds: what the standard reader would stumble over is refused before."""

from tomllib import TOMLDecodeError

import pytest

from inclusion_core.wire.toml_reading import MOST_PARTS, EntangledError, tables_in


def test_a_text_is_read_with_and_without_a_byte_order_mark():
    assert (
        tables_in(b"[a.b]\nc = 1")
        == tables_in(b"\xef\xbb\xbf[a.b]\nc = 1")
        == {"a": {"b": {"c": 1}}}
    )


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 5_000,
        "x = " + "{x = " * 5_000,
        "x = " + "9" * 5_000,
        "a." * MOST_PARTS + "a = 1",
        "[" + "a." * MOST_PARTS + "a]",
        "x = {" + 'a . "b" . ' * MOST_PARTS + "'c' = 1}",
        "a." * 200_000 + "a = 1",
    ],
)
def test_a_text_that_costs_more_than_its_length_is_refused(text):
    with pytest.raises(EntangledError):
        tables_in(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "a." * (MOST_PARTS - 1) + "a = 1",
        'x = "One. Two. Three. ' + "And so on. " * 100 + '"',
        'x = "' + "." * 1_000 + '"',
        "x = [" + "1.5, " * 1_000 + "]",
    ],
)
def test_sentences_dots_and_numbers_are_no_long_names(text):
    assert tables_in(text.encode())


@pytest.mark.parametrize(
    ("data", "error"), [(b"\xff", UnicodeDecodeError), (b"a", TOMLDecodeError)]
)
def test_what_is_no_toml_is_told_apart(data, error):
    with pytest.raises(error):
        tables_in(data)
