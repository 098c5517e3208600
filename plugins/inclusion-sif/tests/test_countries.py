"""Names of countries: as the foundation writes them, else those of the Unicode locale data."""

import pytest

from inclusion_sif import countries
from inclusion_sif.countries import AS_PUBLISHED, country_name

pytestmark = pytest.mark.counted


@pytest.fixture(autouse=True)
def nothing_remembered():
    countries._names.cache_clear()


@pytest.mark.parametrize(("code", "name"), AS_PUBLISHED.items())
def test_some_are_called_as_the_foundation_calls_them(code, name):
    assert country_name(code) is name


def test_all_others_are_called_as_in_the_locale_data():
    assert country_name("AZ").in_("lv") == "Azerbaidžāna"
    assert country_name("AZ").in_("en") == "Azerbaijan"


def test_what_is_no_country_is_called_by_its_code():
    assert country_name("XX").in_("lv") == country_name("XX").in_("en") == "XX"
