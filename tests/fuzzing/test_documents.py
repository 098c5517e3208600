"""Documents that others would not write, each read by every reader of its kind."""

import pytest
from fuzzing_lab.all_readers import READERS
from fuzzing_lab.in_archives import packed
from fuzzing_lab.mutating import Build
from fuzzing_lab.nasty import NASTY_JSON, NASTY_PIECES

WHOLE = (
    *NASTY_PIECES,
    *(each.encode(errors="surrogatepass") for each in NASTY_JSON),
    *(b"[" * 20_000, b'{"a":' * 20_000, b"9" * 20_000, b"-" * 20_000, b"a." * 5_000 + b"b = 1"),
    b"x = " + b"[" * 20_000,
    b"x = " + b"{a = " * 20_000,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
    b"PAR1" + b"\0" * 50 + b"\xff\xff\xff\x7fPAR1",
    b"SQLite format 3\0" + b"\0" * 4080,
    packed({"xl/workbook.xml": b"\0" * (16 << 20)}),
    packed({f"xl/{number}.xml": b"<a/>" for number in range(200)}),
)


@pytest.mark.at_length(few=8)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.id)
def test_what_is_no_document_at_all_is_told_or_refused(reader):
    for data in WHOLE if reader.runs >= 20 else (*WHOLE[:-11:7], *WHOLE[-11:]):
        reader.tried(data)


JSON_READERS = [reader for reader in READERS if reader.build is Build.JSON]


@pytest.mark.parametrize("reader", JSON_READERS, ids=lambda reader: reader.id)
def test_a_document_in_other_signs_is_read_or_refused(reader):
    text = reader.examples()[0].decode()

    for data in (
        *(text.encode(name) for name in ("utf-8-sig", "utf-16", "utf-32")),
        text.replace("\n", "\r\n").encode(),
        (text + "\0").encode(),
        text.replace('"', "'").encode(),
        (text + text).encode(),
    ):
        reader.tried(data)


@pytest.mark.at_length(few=8)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.id)
def test_a_document_that_is_cut_short_is_read_or_refused(reader):
    data = reader.examples()[0]
    ends = {0, 1, len(data) // 3, len(data) // 2, len(data) - 2, len(data) - 1}

    for end in sorted(ends):
        reader.tried(data[:end])
