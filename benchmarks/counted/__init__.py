"""Jobs of which it is counted what they do; ``counting.py`` runs each in a process of its own.

A module of jobs has functions that take a number of clients and an empty folder, make ready what
the job works on, and give back the work: a function without arguments that can be called again.
"""
