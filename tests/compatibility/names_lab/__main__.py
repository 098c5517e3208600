"""Compares the public names with those that were released last; ``--write`` keeps those of today.

They are kept anew at a release, and at no other time: what breaks between two releases is named in
CHANGELOG.md, in a line that begins with **Breaking:**.
"""

from __future__ import annotations

import sys

from .announced import unannounced
from .breaking import breakages
from .describing import described
from .kept import ROOT, keep, kept, quietly_kept
from .shown import names_shown

__all__ = ["main"]


def main(arguments: list[str]) -> int:
    """Print what breaks without a word; the exit code is 1 where something does."""
    texts = described(names_shown(ROOT))
    if "--write" in arguments:
        keep(texts)
        return 0
    before = kept()
    found = [each for name, text in before.items() for each in breakages(text, texts.get(name, ""))]
    silent = unannounced(found, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    for each in silent:
        sys.stdout.write(f"{each}; a line **Breaking:** of CHANGELOG.md has to name it\n")
    changed = quietly_kept(before)
    for name in changed:
        sys.stdout.write(f"{name} is not as it was released\n")
    lines = sum(text.count("\n") for text in before.values())
    sys.stdout.write(
        f"Of {lines} lines that were released {len(found)} things break, "
        f"{len(silent)} of them without a word in CHANGELOG.md.\n"
    )
    return 1 if silent or changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
