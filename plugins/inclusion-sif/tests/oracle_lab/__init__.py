"""A second opinion on who is eligible and until when: plain loops over the records of one life.

Written from the law, not from the rules of the plugin. It shares the record classes and the
values with the library and nothing else: months are added here, days are walked one by one, and
what is not known is tried out, answer by answer.
"""
