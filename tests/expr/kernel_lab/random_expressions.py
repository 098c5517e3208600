"""Random expressions about the toy register, of every kind of node.

Some are put together from nodes, some written with handles.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from inclusion_core.expr import nodes
from inclusion_core.expr.rows import CASE, subject
from kernel_lab.handle_writer import HandleWriter
from kernel_lab.node_writer import NodeWriter
from kernel_lab.toy import ROWS

KINDS = ("truth", "day", "code", "number")
SIZE = 4


@st.composite
def written_nodes(
    draw: st.DrawFn, root: str, kind: str, size: int = SIZE, *, about_knowing: bool = True
) -> Any:
    """A random expression about a record of that type, put together from nodes."""
    scope = (nodes.Variable(root, CASE),)
    return getattr(NodeWriter(draw, about_knowing=about_knowing), kind)(scope, size)


@st.composite
def written_handles(
    draw: st.DrawFn, root: str, kind: str, size: int = SIZE, *, about_knowing: bool = True
) -> Any:
    """A random expression about a record of that type, written with handles."""
    scope = (subject(ROWS[root]),)
    return getattr(HandleWriter(draw, about_knowing=about_knowing), kind)(scope, size)
