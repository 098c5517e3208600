"""Names of files that every system can keep: what is written on one is opened on another."""

from __future__ import annotations

import re

__all__ = ["fits_every_system"]

_SIGN_OF_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICE_OF_WINDOWS = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?",
    re.IGNORECASE | re.DOTALL,
)


def fits_every_system(name: str) -> bool:
    """Whether Linux, macOS and Windows can keep a file of this name.

    Windows keeps no file whose name has certain signs, ends in a dot or a space, or is that of a
    device, whatever its suffix.

    Example:
        >>> fits_every_system("auxiliary.csv"), fits_every_system("aux.csv")
        (True, False)
    """
    return (
        not name.endswith((".", " "))
        and _SIGN_OF_WINDOWS.search(name) is None
        and _DEVICE_OF_WINDOWS.fullmatch(name) is None
    )
