"""Values made of columns are those that the class itself would make."""

import attrs
import pytest

from inclusion_core.wire.many import making


@attrs.frozen(kw_only=True)
class Plain:
    name: str
    number: int
    more: tuple[int, ...] = ()


@attrs.frozen
class Looking:
    name: str
    number: int = attrs.field(validator=attrs.validators.ge(0))


@attrs.frozen
class Turning:
    name: str
    number: int = attrs.field(converter=abs)


@attrs.frozen
class Gathering:
    name: str
    number: int
    more: list[int] = attrs.field(factory=list)


@attrs.frozen
class Judging:
    name: str
    number: int

    def __attrs_post_init__(self):
        if self.number < 0:
            raise ValueError("number is below")


@attrs.frozen(slots=False)
class Open:
    name: str
    number: int


@attrs.frozen(init=False)
class Own:
    name: str
    number: int

    def __init__(self, name, number):
        self.__attrs_init__(name, number)


@attrs.frozen
class Shared:
    name: str
    number: int

    def __new__(cls, *_):
        return object.__new__(cls)


CLASSES = [Plain, Looking, Turning, Gathering, Judging, Open, Own]


@pytest.mark.parametrize("cls", CLASSES)
def test_they_are_equal_to_those_that_are_made_one_by_one(cls):
    made = making(cls, ["name", "number"])(2, {"name": ["a", "b"], "number": [1, 2]})

    assert made == [cls(name="a", number=1), cls(name="b", number=2)]
    assert [type(each) for each in made] == [cls, cls]


def test_what_a_class_does_to_its_values_is_done():
    columns = {"name": ["a"], "number": [-1]}

    assert making(Turning, columns)(1, columns)[0].number == 1
    for cls in (Looking, Judging):
        with pytest.raises(ValueError, match="number"):
            making(cls, columns)(1, columns)


def test_a_class_that_makes_its_own_instances_is_called():
    columns = {"name": ["a"], "number": [1]}
    with pytest.raises(TypeError):  # by keywords, which it does not take: so it was asked
        making(Shared, columns)(1, columns)


def test_frozen_values_stay_frozen_and_share_no_list():
    columns = {"name": ["a", "b"], "number": [1, 2]}
    plain, _ = making(Plain, columns)(2, columns)
    one, other = making(Gathering, columns)(2, columns)

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        plain.name = "c"
    assert plain.more == ()
    assert one.more is not other.more
