"""Parts of one whole stand in families; what two families have in common is told apart."""

from types import SimpleNamespace

from inclusion_core.metrics.metric import Measure
from inclusion_core.publishing.families import tree_of

MEMBERS = {
    "all": "12345",
    "young": "123",
    "working": "234",
    "young.at-home": "1",
    "young.working": "23",
    "nobody": "",
}
PART_OF = {
    "young": "all",
    "working": "all",
    "nobody": "all",
    "young.at-home": "young",
    "young.working": "young",
}


def few():
    metrics = {
        key: SimpleNamespace(part_of=PART_OF.get(key, ""), measure=Measure.SUBJECTS)
        for key in MEMBERS
    }
    lineage = SimpleNamespace(
        metrics=metrics,
        metric=metrics.__getitem__,
        members=lambda count: [SimpleNamespace(id=each) for each in MEMBERS[count.metric]],
    )
    return SimpleNamespace(lineage=lineage)


def test_parts_in_which_somebody_is_twice_stand_in_two_families():
    tree = tree_of(MEMBERS, few())

    assert tree.parts["all"] == (("young",), ("working",), ("nobody",))
    assert tree.parts["young"] == (("young.at-home", "young.working"),)
    assert tree.top("young.working") == "all"
    assert list(tree.below("all")) == [
        *("young", "young.at-home", "young.working"),
        *("working", "nobody"),
    ]


def test_what_two_families_have_in_common_is_crossed_and_nothing_else_is():
    assert tree_of(MEMBERS, few()).crossed == {"all": ("young.working",)}
