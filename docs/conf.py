"""How Sphinx makes the site.

    .venv/bin/sphinx-build -W --keep-going -j auto -b html docs build/site

The pages are plain Markdown that reads well without it. What only the site has (an order of the
pages, the Python reference, pages about what lies beside docs/) comes from ``site_parts``.
"""

from __future__ import annotations

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "inclusion_core"
release = version = version_of("inclusion-core")
copyright = "the inclusion_core developers"  # noqa: A001 - the name that Sphinx reads
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "site_parts.extension"]
exclude_patterns = ["examples/**", "reference_parts", "site_parts", "proof"]
source_suffix = {".md": "markdown", ".markdown": "markdown", ".rst": "restructuredtext"}

myst_heading_anchors = 6  # links lead to headings as they do in the repository
nitpicky = True
nitpick_ignore_regex = [
    (r"py:.*", r"(?!inclusion_core\.)\w+\..*"),  # of other libraries: nothing is downloaded
    (r"py:(class|obj)", r"(.*\.)?[A-Za-z]*T"),  # a type variable
    (r"py:class", r"inclusion_core\..*\._\w+"),  # no program makes or names one
    (r"py:class", r"PluginManager|date"),  # of pluggy, and a day, by their own names alone
    (r"py:mod", r".*"),  # a docstring may name a module of the inside
]

autodoc_member_order = "bysource"
autodoc_preserve_defaults = True  # a default is shown as it is written
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # the attributes of a value are listed in one place
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
toc_object_entries = False

html_theme = "furo"
html_title = "inclusion_core"
html_show_sourcelink = False
html_show_sphinx = False
html_copy_source = False
