"""Tables that may be published: which cells to hide so that nobody can work out who is in them.

It knows numbers and their sums alone. What in a report is such a number, and how many persons and
households are behind it, is for who publishes it.
"""
