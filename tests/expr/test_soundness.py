"""What is answered while little is known is never contradicted once more is known."""

from hypothesis import given
from kernel_lab.completions import contradicts
from kernel_lab.effort import examples
from kernel_lab.random_cases import Turn, turns
from kernel_lab.readings import object_answer, object_reader


@examples(300)
@given(turns())
def test_what_is_settled_stays_settled_however_the_world_turns_out(turn: Turn):
    before = object_reader(turn.before, known_on=turn.known_on)
    after = object_reader(turn.after)

    for record, same in zip(turn.before[turn.root], turn.after[turn.root], strict=False):
        said = object_answer(before, turn.kind, turn.asked_before, record)
        found = object_answer(after, turn.kind, turn.asked_after, same)
        assert not contradicts(said, found)
