"""One condition of a definition in a few words; what cannot be said so is spelled as in code."""

from __future__ import annotations

from inclusion_core.expr import nodes
from inclusion_core.expr.spelled import shortly_spelled
from inclusion_core.metrics.wording import Wording
from inclusion_core.pages.lines import one_line
from inclusion_core.texts import Text, lv

__all__ = ["clause_text"]

ONE_OF = lv("{field}: {codes}").en("{field}: {codes}")
NONE_OF = lv("{field}: ne {codes}").en("{field}: not {codes}")
NOT_AFTER = lv("{one} ne vēlāk kā {other}").en("{one} no later than {other}")
AFTER = lv("{one} vēlāk nekā {other}").en("{one} later than {other}")
AT_MOST = lv("{one} ne vairāk kā {other}").en("{one} at most {other}")
MORE = lv("{one} vairāk nekā {other}").en("{one} more than {other}")
KNOWN = lv("{field} ir zināms").en("{field} is known")
NOT_KNOWN = lv("{field} nav zināms").en("{field} is not known")


def clause_text(node: nodes.TruthNode, wording: Wording) -> Text:
    """A condition in words: what its author calls it, or else what it asks."""
    if isinstance(node, nodes.Named):
        return node.clause.says
    turned = isinstance(node, nodes.Not)
    inner = node.of if isinstance(node, nodes.Not) else node
    match inner:
        case nodes.IsIn(nodes.CodeField() as field, frozenset() as members):
            codes = wording.codes(field, tuple(sorted(members)))
            return (NONE_OF if turned else ONE_OF).filled(field=wording.field(field), codes=codes)
        case nodes.NotAfter(left, right):
            one, other = wording.day(left), wording.day(right)
            return (AFTER if turned else NOT_AFTER).filled(one=one, other=other)
        case nodes.AtMost(left, right):
            less, more = wording.number(left), wording.number(right)
            return (MORE if turned else AT_MOST).filled(one=less, other=more)
        case nodes.IsKnown(field, None):
            return (NOT_KNOWN if turned else KNOWN).filled(field=wording.field(field))
        case _:
            return Text.same(one_line(shortly_spelled(node)))
