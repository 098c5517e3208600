"""What every part of the writer of generated code shares: the text, the regions, the names."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

from inclusion_core.expr import nodes
from inclusion_core.expr.generated.canonical import BESIDE_RECORDS, RECORD, Canonical
from inclusion_core.expr.generated.outcomes import NOTHING, TAIL, Outcome
from inclusion_core.expr.generated.regions import Parts, Path, Region, groups, operand_path
from inclusion_core.expr.generated.source import Source

__all__ = ["Ends", "Group", "Writing"]

Ends: TypeAlias = tuple[str, str]
"""The names of the two ends of a day or a number; one name where it is exact."""

HeldT = TypeVar("HeldT")


class Group(NamedTuple):
    """A function that reads some of many operands.

    Attributes:
        start: Its first line.
        gives: What it gives back.
        open_: What must hold for the next operand to be read.
    """

    start: str
    gives: str
    open_: str = ""


class Writing(ABC):
    """Writes the code of expressions.

    Attributes:
        canonical: The expression, in the one form.
        source: The text written so far.
        as_things_stand: Whether an absent day is never.
        level: The level of the region that is being written.
        may_be_later: For the levels of lists, whether one more record may still come.
    """

    def __init__(self, canonical: Canonical, source: Source, *, as_things_stand: bool) -> None:
        self.canonical = canonical
        self.source = source
        self.as_things_stand = as_things_stand
        self.parts: Parts = Parts(canonical)
        self.regions: dict[int, Region] = {}
        self.may_be_later: dict[int, bool] = {}
        self.level: int = RECORD

    # What the other parts write.

    @abstractmethod
    def row(self, node: nodes.RowNode) -> str:
        """The name of a record, or of what stands for one."""

    @abstractmethod
    def day(self, node: nodes.DayNode) -> Ends:
        """The names of the ends of a day."""

    @abstractmethod
    def number(self, node: nodes.NumberNode) -> Ends:
        """The names of the ends of a number."""

    @abstractmethod
    def code(self, node: nodes.CodeNode) -> str:
        """The name of a code, or of what the field holds."""

    @abstractmethod
    def truth(self, node: nodes.TruthNode, on: Outcome) -> None:
        """Write what is done for each answer to a condition."""

    @abstractmethod
    def answer(self, node: nodes.TruthNode) -> str:
        """The name of the answer to a condition."""

    # Regions.

    def add(self, line: str) -> None:
        """Write a line."""
        self.source.text.add(line)

    def force(self, node: Any) -> None:
        """Work a part out here, if it is not."""
        if isinstance(node, nodes.RowNode):
            self.row(node)
        elif isinstance(node, nodes.DayNode):
            self.day(node)
        elif isinstance(node, nodes.NumberNode):
            self.number(node)
        elif isinstance(node, nodes.CodeNode):
            self.code(node)
        else:
            self.answer(node)

    @contextmanager
    def inside(self, level: int, roots: Iterable[nodes.Node]) -> Generator[None]:
        """Write a region in which certain parts are asked for."""
        outer = self.level
        self.regions[level] = Region.of(self.parts, level, roots)
        self.level = level
        self.enter(())
        yield
        self.level = outer

    def enter(self, path: Path) -> None:
        """Work out what must be when a block begins."""
        for node in self.regions[self.level].first.get(path, ()):
            self.force(node)

    def held(self, node: nodes.Node, write: Callable[[], HeldT]) -> HeldT:
        """The name of a part, which is worked out where it is asked for first."""
        level = self.canonical.level(node)
        names = self.regions[level].names
        if id(node) not in names:
            outer, self.level = self.level, level
            beside = level == BESIDE_RECORDS
            with self.source.into(self.source.bound) if beside else nullcontext():
                names[id(node)] = write()
            self.level = outer
        return cast("HeldT", names[id(node)])

    def kept(self, node: nodes.Node) -> bool:
        """Whether a part has a name, or is to have one because it is used again."""
        level = self.canonical.level(node)
        return level < self.level or id(node) in self.regions[level].shared

    # Answers.

    def dispatch(self, answer: str, on: Outcome) -> None:
        """Write what is done for an answer that has a name."""
        if on.triple == TAIL.triple:
            self.add(f"return {answer}")
            return
        cases = [(f"{answer} is YES", on.yes), (f"{answer} is NO", on.no)]
        otherwise = on.unknown
        if on.yes == NOTHING:
            cases, otherwise = [cases[1], (f"{answer} is UNKNOWN", on.unknown)], NOTHING
        elif on.no == NOTHING:
            cases, otherwise = [cases[0], (f"{answer} is UNKNOWN", on.unknown)], NOTHING
        self.source.text.choose(cases, otherwise)

    # Operands.

    def path(self, node: nodes.Node) -> Path:
        """The block in which a part is worked out."""
        return self.regions[self.canonical.level(node)].paths[id(node)]

    def operands(self, node: Any, write: Callable[[Any], None], *, open_: str = "") -> None:
        """Write the operands of a node one after the other.

        Args:
            node: The node.
            write: Writes one.
            open_: What must hold for the next one to be read.
        """
        path = self.path(node)
        for index, operand in enumerate(node.of):
            inner = operand_path(node, index, path)
            if inner == path:
                write(operand)
            else:
                with self.block_of(inner, open_):
                    write(operand)

    @contextmanager
    def block_of(self, path: Path, open_: str) -> Generator[None]:
        """Write a block, which is run where something holds."""
        with self.where(open_):
            self.enter(path)
            yield

    def where(self, condition: str) -> AbstractContextManager[None]:
        """Lines that are run where a condition holds; always, where it is empty."""
        return self.source.text.block(f"if {condition}:") if condition else nullcontext()

    def in_groups(
        self,
        node: Any,
        group: Group,
        write: Callable[[Any], None],
        join: Callable[[str], None],
        *,
        open_: str = "",
    ) -> None:
        """Write many operands in several functions, each of which gives something back.

        Args:
            node: The node.
            group: How each function begins, goes on and ends.
            write: Writes one operand.
            join: Writes what is done with what a function gave.
            open_: What must hold for the next function to be called.
        """
        path = self.path(node)
        for members in groups(node):
            with self.block_of(operand_path(node, members[0], path)[:-1], open_):
                part, found = self.source.fresh("part"), self.source.fresh("g")
                with self.source.text.block(f"def {part}():"):
                    self.add(group.start)
                    for index in members:
                        with self.block_of(operand_path(node, index, path), group.open_):
                            write(node.of[index])
                    self.add(f"return {group.gives}")
                self.add(f"{found} = {part}()")
                join(found)
