"""Submissions: a report as it is handed in, with what was corrected, why, and who answers for it.

A submission is a value (:mod:`.submission`), made (:mod:`.making`) from records as known on a day
and from what its author says. It is frozen into a folder (:mod:`.folder`) whose bytes are the same
whenever they are made again from the same; :mod:`.verifying` does that, and :mod:`.comparing` says
what moved between two.
"""
