"""A second opinion on the figures of the project: plain Python over records, nothing shared.

It reads what is known to the day, and asks nothing of the library but its record classes.
"""
