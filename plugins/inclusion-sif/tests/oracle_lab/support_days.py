"""The days on which one limit lets support be given."""

from typing import NamedTuple


class SupportDays(NamedTuple):
    """From a first day until the first thing that ends it; `None` is a day that does not come."""

    first: object
    ends: dict
    in_force_from: object = None

    def has(self, day):
        """Whether support may be given on a day."""
        if self.first is None or day < self.first:
            return False
        if self.in_force_from is not None and day < self.in_force_from:
            return False
        return all(end is None or day <= end for end in self.ends.values())

    @property
    def last(self):
        """The day of the end that comes first; `None` where nothing ends it."""
        days = [end for end in self.ends.values() if end is not None]
        return min(days) if days else None

    @property
    def first_ends(self):
        """The ends that come first, by id."""
        last = self.last
        if last is None:
            return frozenset()
        return frozenset(name for name, day in self.ends.items() if day == last)

    def days(self, candidates):
        """Those of some days on which support may be given, walked one by one."""
        return [day for day in candidates if self.has(day)]


NO_DAYS = SupportDays(None, {})
