"""Which names every system can keep."""

import pytest

from inclusion_core.filenames import fits_every_system

KEPT = ("client.csv", "console.csv", "com10.txt", "a b.pdf", "Žurka.pdf", ".hidden", "auxiliary")
NOT_KEPT = (
    *("con", "CON.csv", "aux.tar.gz", "nul .txt", "com1.pdf", "LPT¹", "conin$"),
    *("a:b", "a?b", "a*b", 'a"b', "a<b", "a|b", "a\\b", "a/b", "a\tb", "end.", "end "),
)


@pytest.mark.parametrize("name", KEPT)
def test_an_ordinary_name_fits(name):
    assert fits_every_system(name)


@pytest.mark.parametrize("name", NOT_KEPT)
def test_what_windows_does_not_keep_fits_not_every_system(name):
    assert not fits_every_system(name)
