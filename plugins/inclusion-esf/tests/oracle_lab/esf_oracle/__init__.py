"""A second opinion on the common indicators of the ESF and the ESF+, in plain Python.

It knows the flat record of a participation and the texts of the two regulations, and nothing of
how the library reads an expression: an answer that is not known is tried with every value that it
may have.
"""
