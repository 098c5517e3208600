"""Each nasty string in each place of a report, in each format, read back by a stranger's reader."""

import io
from functools import cache

import pytest
from output_lab.corpus import CORPUS, READABLE, WITHOUT_LONG
from output_lab.offered import FORMATS
from output_lab.placing import everywhere, on_the_cover
from output_lab.readers import READERS
from output_lab.readers.terminal_text import read_terminal, without_colours
from output_lab.shown import had_back, is_seen, shown, squeezed

from inclusion_core.errors import MissingExtraError
from inclusion_core.pages.formulas import guarded
from inclusion_core.pages.lines import encoded, harmless, one_line, visible
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.terminal_rich import print_rich
from inclusion_core.texts import Language

PLACES = 9
"""Title of a section and of a table, two paragraphs, headings and cell of a table, two notes, and
a source: so often a string stands in a report at least."""
QUICK = ("csv", "html", "json", "md", "terminal")
EXACT = "json"
AS_PRINTED = "pdf"
PRINTED = (
    *("script", "image out of an attribute", "end of a cell", "named entity", "style"),
    *("javascript link", "bare address", "address in angles", "markdown link"),
    *("terminal colours", "override to the left", "null", "lone surrogate", "formula with a link"),
)
"""A page takes long to be set, so that only some are printed, all in one place."""
HARMLESS = {"xlsx": {"autoFilter", "r"}}
"""A longer table has a filter; words that look like rich text are written as one run of it."""
IN_PARTS = {"40,000 characters": ("ābols", 3_637)}
"""What a workbook holds in several cells, since one would be too small."""


def read(key, report, language=Language.EN):
    """What a reader finds in a report; where its extra is not installed, nothing is tested."""
    try:
        data = FORMATS[key].render(report, language)
    except MissingExtraError as missing:
        pytest.skip(str(missing))
    return READERS[key](data)


@cache
def found(key, *, harmless_words=False):
    words = (READABLE if harmless_words else CORPUS).values()
    if key == AS_PRINTED and not harmless_words:
        words = [" ".join(CORPUS[name] for name in PRINTED)]
    return read(key, everywhere(words))


def expected(key, words):
    """How a string is to look in a format."""
    if key == EXACT:
        return words
    return squeezed(shown(words)) if found(key).squeezed else shown(words)


def test_a_format_without_a_reader_is_not_offered():
    assert set(FORMATS) <= set(READERS)


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize("key", FORMATS)
def test_nothing_of_a_report_acts(key):
    assert found(key).acting == ()


@pytest.mark.at_length(few=2)
@pytest.mark.parametrize("key", sorted(FORMATS.keys() - {AS_PRINTED}))
def test_no_words_become_an_element_that_harmless_words_do_not(key):
    more = found(key).shape - found(key, harmless_words=True).shape

    assert more <= HARMLESS.get(key, set())


@pytest.mark.parametrize("key", sorted(FORMATS.keys() - {AS_PRINTED}))
def test_every_string_is_found_in_every_place(key):
    everything = [squeezed(each) if found(key).squeezed else each for each in found(key).units]
    lost = {
        name
        for name, words in CORPUS.items()
        if (sought := expected(key, words).strip())
        and sum(each.count(sought) for each in everything) < PLACES
    }

    for name, (part, times) in IN_PARTS.items() if key == "xlsx" else ():
        lost.remove(name)
        assert sum(each.count(part) for each in everything) >= PLACES * times

    assert lost == set()


def test_what_letters_are_there_for_is_found_on_printed_pages():
    [text] = found(AS_PRINTED).units

    assert found(AS_PRINTED).acting == ()
    for name in PRINTED:
        sought = squeezed(shown(CORPUS[name]))
        assert squeezed(text).count(sought) >= PLACES, name


@pytest.mark.parametrize("key", sorted({"csv", "html", "md"} & FORMATS.keys()))
def test_no_cell_is_lost_or_moved(key):
    grids = found(key).grids

    assert len(grids) == len(CORPUS)
    for place, (grid, words) in enumerate(zip(grids, CORPUS.values(), strict=True)):
        (top, heading, *headings), (row, cell, *figures), (part, *zeros) = grid
        told = f" (+{place} not known)" if key != "csv" else f" (+{place})"
        said = shown(words)
        assert [top, heading, row] == [said] * 3 or key != "csv"
        assert [top.strip(), heading.strip(), row.strip()] == [said.strip()] * 3
        assert headings == ["Balance", "Total", "Hidden", "Day"]
        assert cell.strip() == (said + (told if place else "")).strip()
        assert figures == (
            ["-4711.5", "48210 (+12)", "[suppressed]", "2019-04-15"]
            if key == "csv"
            else ["-4711.5", "48,210 (+12 not known)", "[c]", "15 April 2019"]
        )
        assert part.removeprefix("of which: ").removeprefix("– ") == "Part"
        assert zeros == ["0"] * 5


@pytest.mark.parametrize("key", QUICK)
def test_what_stands_once_in_a_report_is_safe_too(key):
    for name, words in WITHOUT_LONG.items():
        cover = read(key, on_the_cover(words), Language.LV)
        units = [squeezed(each) if cover.squeezed else each for each in cover.units]

        assert cover.acting == (), name
        assert sum(each.count(expected(key, words).strip()) for each in units) >= 2, name


@pytest.mark.parametrize("key", sorted(FORMATS.keys() - {*QUICK}))
def test_what_stands_once_in_a_file_of_bytes_is_safe_too(key):
    report = on_the_cover(" ".join(WITHOUT_LONG.values()))

    assert read(key, report, Language.LV).acting == ()


def test_json_gives_back_every_string_as_it_was():
    report = everywhere(CORPUS.values())

    assert report_from_json(FORMATS["json"].render(report, Language.LV)) == report


def test_a_terminal_in_colour_gets_colours_and_nothing_else_that_acts(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    report = everywhere(WITHOUT_LONG.values())
    screen = io.StringIO()
    print_rich(report, Language.EN, screen)

    plain = without_colours(screen.getvalue())
    assert plain != screen.getvalue()
    assert read_terminal(plain.encode()).acting == ()
    assert plain.encode() == FORMATS["terminal"].render(report, Language.EN)


@pytest.mark.parametrize("words", CORPUS.values(), ids=CORPUS)
def test_words_made_fit_are_as_told_and_stay_so(words):
    assert one_line(words) == shown(words)
    assert one_line(one_line(words)) == one_line(words)
    assert had_back(guarded(words)) == visible(words)
    assert harmless(harmless(words)) == harmless(words)
    assert {sign for sign in harmless(words) if not is_seen(sign)} <= {*"\n\t\r\ufeff"}


def test_every_character_that_is_not_seen_is_shown_by_its_number():
    everything = "".join(map(chr, range(0x3100))) + "".join(map(chr, range(0xD7F0, 0x10010)))

    assert visible(everything) == "".join(
        sign if is_seen(sign) else visible(sign) for sign in everything
    )
    assert all(map(is_seen, visible(everything)))


def test_half_a_character_is_written_by_its_number():
    assert encoded("R\ud800ga") == b"R\\ud800ga"
