"""An explanation written out: for a screen, a file, a program, a notebook.

It shows what is recorded of a client to whoever asks for it.
"""

from __future__ import annotations

from inclusion_core.rules.written.html import as_fragment
from inclusion_core.rules.written.json_text import as_json, json_object
from inclusion_core.rules.written.markdown import as_markdown
from inclusion_core.rules.written.text import as_text, reason_text

__all__ = ["as_fragment", "as_json", "as_markdown", "as_text", "json_object", "reason_text"]
