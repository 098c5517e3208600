"""What an indicator may say of one participation."""

from enum import Enum


class Answer(Enum):
    YES = "counted"
    NO = "not counted"
    UNKNOWN = "not known"
    OPEN = "not yet: the window is open"
    NOT_ASKED = "none of those whom the indicator is about"


YES, NO, UNKNOWN, OPEN, NOT_ASKED = Answer


def together(possible):
    """The one answer for all that it may be.

    Whose window may still be open is open; who may be counted and may not be, is not known. Who is
    surely not counted, but may not even be asked about, makes no difference to any figure, and is
    among those not asked.
    """
    if OPEN in possible:
        return OPEN
    if YES in possible:
        return YES if possible == {YES} else UNKNOWN
    return NO if possible == {NO} else NOT_ASKED


def of_tally(counted, unknown, asked, still_open):
    """The answer for the one participation of a tally."""
    return {
        (1, 0, 1, 0): YES,
        (0, 0, 1, 0): NO,
        (0, 1, 0, 0): UNKNOWN,
        (0, 1, 1, 0): UNKNOWN,
        (0, 0, 0, 1): OPEN,
        (0, 0, 0, 0): NOT_ASKED,
    }[counted, unknown, asked, still_open]
