"""What an answer may be where something is not known: every value that matters is tried.

A question is asked of a participation until it needs something that is not known; it is then asked
again of each way in which that may be. A day that is not known is tried at its ends, and on the
days next to those on which an answer can turn: the ends of the period, birthdays, six and twelve
months of unemployment, the last day of a window.
"""

from datetime import timedelta

from esf_oracle.calendar_days import EARLIEST, NEVER, birthday, days_later, months_later
from esf_oracle.people import CODES, DAYS, ends, is_known
from esf_oracle.question import AMENDED_ON

NEAR = range(-4, 5)
"""So many days a month end may shift a day."""


class Needed(Exception):  # noqa: N818  no error: the question goes on with an answer
    """Something that is not known is needed for the answer."""

    def __init__(self, name):
        super().__init__(name)
        self.name = name


class Participant:
    """A participation of which some of what is not known is supposed."""

    def __init__(self, taken_down, known_on, supposed=None):
        self.taken_down, self.known_on, self.supposed = taken_down, known_on, supposed or {}

    def __getitem__(self, name):
        if name in self.supposed:
            return self.supposed[name]
        value = self.taken_down[name]
        if name in DAYS:
            first, last = self.ends(name)
            if first != last:
                raise Needed(name)
            return first
        if not is_known(value):
            raise Needed(name)
        return value

    def ends(self, name):
        """The first and last day that a day may be."""
        if name in self.supposed:
            return (self.supposed[name],) * 2
        return ends(self.taken_down[name], self.known_on)

    def knows(self, *names):
        """Whether all of these were taken down."""
        return all(is_known(self.taken_down[name]) for name in names)

    def supposing(self, name, value):
        return Participant(self.taken_down, self.known_on, {**self.supposed, name: value})


def possible(ask, participant, question):
    """All that the answer may be."""
    try:
        return {ask(participant)}
    except Needed as needed:
        found = set()
        for value in choices(needed.name, participant, question):
            found |= possible(ask, participant.supposing(needed.name, value), question)
        return found


def choices(name, participant, question):
    """The values worth trying."""
    if name in CODES:
        return CODES[name]
    first, last = participant.ends(name)
    turning = {first, last}
    for turn in turns(name, participant, question):
        turning |= {days_later(turn, days) for days in NEAR}
    return sorted(day for day in turning if first <= day <= last)


def turns(name, participant, question):
    """Days on which an answer can turn, given the other days or their ends."""
    if name == "entered_on":
        yield from (question.first_day, question.last_day, AMENDED_ON)
        for born_on in inside(participant.ends("born_on")):
            yield from (birthday(born_on, years) for years in question.ages)
        for since in inside(participant.ends("unemployed_since")):
            yield from (months_later(since, 6), months_later(since, 12))
    elif name == "left_on":
        yield from (question.first_day, question.last_day)
        if question.known_on is not None:
            yield question.known_on - timedelta(days=28)
            yield months_later(question.known_on, -6)
    else:
        for entered_on in inside(participant.ends("entered_on")):
            months = (6, 12) if name == "unemployed_since" else [12 * n for n in question.ages]
            yield from (months_later(entered_on, -number) for number in months)


def inside(span):
    """The ends that are days on a calendar."""
    return [day for day in span if day not in (EARLIEST, NEVER)]
