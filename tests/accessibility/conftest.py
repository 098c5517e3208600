"""The pages that the library makes of the sample, and a real browser that opens them.

Without a browser these tests are skipped and say so; they need the extra ``browser`` (playwright
and axe-core) and Chromium, which the system brings: ``apt-get install chromium``.
"""

import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from inclusion_core import Language, Period
from inclusion_core.lives.life import life_of
from inclusion_core.lives.picture import as_html
from inclusion_core.lives.windows import windows_of
from inclusion_core.lives.wording import LifeWords
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.formats.html import html
from inclusion_core.testing import installed_catalogue

sys.path.insert(0, str(Path(__file__).parent))

KNOWN_ON = date(2018, 12, 3)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def catalogue():
    pytest.importorskip("inclusion_sif", reason="needs the plugin inclusion-sif")
    return installed_catalogue()


@pytest.fixture(scope="session")
def caseload(catalogue):
    sample = catalogue.samples["sif.mentoring"]
    return sample.build(sample.default_seed).as_known_on(KNOWN_ON)


@pytest.fixture(scope="session")
def interim(catalogue, caseload):
    """The interim report of the sample: key figures, bars, tables, notes, sources."""
    return catalogue.report("sif.mentoring.interim").filled_in(
        ReportData.of_caseload(caseload, catalogue.schema),
        period=Period(date(2018, 6, 1), date(2018, 11, 30)),
        status_day=KNOWN_ON,
        versions=(("inclusion-core", "0.1.0"),),
    )


@pytest.fixture(scope="session")
def pages(catalogue, caseload, interim, tmp_path_factory):
    """The pages as files, by name and language."""
    from sample_pages import progress

    folder = tmp_path_factory.mktemp("pages")
    life = life_of(caseload, "c-bemu", catalogue.schema)
    windows = windows_of(life, caseload, catalogue.schema, catalogue.limits)
    names = {programme.id: programme.says for programme in catalogue.programmes}
    written = {}
    for language in Language:
        told = LifeWords(vocabulary=catalogue.vocabulary, language=language, names=names)
        for name, page in (
            ("interim", html(interim, language)),
            ("progress", html(progress(interim), language)),
            ("case", as_html(life, told, windows)),
        ):
            written[name, language.value] = folder / f"{name}.{language.value}.html"
            written[name, language.value].write_bytes(page)
    return written


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests."""
    reason = "needs Chromium: pip install 'inclusion-core[browser]' and apt-get install chromium"
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    pytest.importorskip("axe_playwright_python", reason=reason)
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip(reason)
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield chromium
        chromium.close()
