"""Reports: a typed value of sections and tables, the forms that make it, the formats it is given.

A form (:mod:`.form`) lists sections over metrics; computing it gives a :class:`.report.Report`;
a format (:mod:`.formats`) turns that into bytes and knows nothing of metrics.
"""
