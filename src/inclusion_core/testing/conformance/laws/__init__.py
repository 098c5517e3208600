"""The checks that draw caseloads: what must hold of a plugin whatever the people are.

A law is a plain function from what is asked and a drawn example to what is wrong with it; each
problem names the declaration that it is about. :mod:`.searching` draws the examples and makes the
one that is wrong smaller and smaller. All of them are in :mod:`.all_laws`.
"""
