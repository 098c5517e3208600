"""An outsider who has two successive reports learns of no few persons from both together."""

from datetime import date
from random import Random

import numpy as np
import pytest
from publishing_lab.outsider import Outsider
from publishing_lab.samples import CATALOGUE
from publishing_lab.toy import cell, count, crossed, lineage_of, metric, people, report, table
from scipy.optimize import linprog

from inclusion_core import Language, Period
from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.published import published
from inclusion_core.publishing.releases.ledger import Releases
from inclusion_core.publishing.releases.release import Release
from inclusion_core.publishing.releases.told import numbers_of
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.report import Mark

YEAR = Period(date(2018, 1, 1), date(2018, 12, 31))
METRICS = [metric("all"), *(metric(key, "all") for key in ("work", "none", "young"))]
COUNTED = ("all work", "all none", "all work young", "all none young", "all", "all?")


def world(random, most):
    return [
        person
        for _ in range(random.randint(1, most))
        for person in people(
            random.choice([1, 2, 5, 12, 30]), random.choice(COUNTED), sex=random.choice("ffmmx")
        )
    ]


def made_public(persons, before=()):
    lineage = lineage_of(METRICS, persons)
    keys = [each.id for each in METRICS]
    given = report(
        table("figures", [(key, [cell(lineage, count(key))]) for key in keys]),
        crossed(lineage, "sex", keys, "sex", ["f", "m", "x"]),
    )
    earlier = Releases(entries=before).earlier(METRICS, YEAR) if before else None
    shown = published(given, lineage, Audience.PUBLIC, threshold=Threshold(), earlier=earlier)
    document = CATALOGUE.formats["json"].render(shown, Language.EN)
    return shown, lineage, Outsider.reading(document, lineage)


class Joint:
    """Both reports as one linear program: what is told of each, and that nothing went down."""

    def __init__(self, *outsiders):
        keys = [(each, key) for each, outsider in enumerate(outsiders) for key in outsider.numbers]
        self.places = {key: place for place, key in enumerate(keys)}
        self.equal, self.right, self.at_most = [], [], []
        for each, outsider in enumerate(outsiders):
            for key, value in outsider.numbers.items():
                if value is not Mark.SUPPRESSED:
                    self.equal.append(self.row([((each, key), 1)]))
                    self.right.append(value)
            for relation in outsider.equal:
                self.equal.append(self.row([((each, key), factor) for key, factor in relation]))
                self.right.append(0)
            for relation in outsider.at_most:
                self.at_most.append(self.row([((each, key), factor) for key, factor in relation]))
        for each, key in keys:
            if not each and (1, key) in self.places:
                self.at_most.append(self.row([((0, key), 1), ((1, key), -1)]))

    def row(self, relation):
        found = np.zeros(len(self.places))
        for key, factor in relation:
            found[self.places[key]] += factor
        return found

    def width(self, relation):
        objective = self.row(relation)
        ends = []
        for sign in (1, -1):
            solved = linprog(
                sign * objective,
                np.array(self.at_most),
                np.zeros(len(self.at_most)),
                np.array(self.equal),
                self.right,
                bounds=(0, 10**5),
                method="highs",
            )
            assert solved.status == 0, solved.message
            ends.append(sign * solved.fun)
        return ends[1] - ends[0]


@pytest.mark.parametrize("seed", range(6))
def test_neither_a_small_number_nor_a_small_change_is_learnt(seed):
    random = Random(seed)
    persons = world(random, 14)
    first, before, one = made_public(persons)
    release = Release(
        id="first",
        day=date(2018, 7, 1),
        form="toy.report",
        period=YEAR,
        document="0" * 64,
        numbers=numbers_of(first),
    )
    _, now, other = made_public([*persons, *world(random, 4)], (release,))
    joint, few = Joint(one, other), Few(now, Threshold())

    for key, value in other.numbers.items():
        if value is Mark.SUPPRESSED and few.is_small(key):
            assert joint.width([((1, key), 1)]) > 9 - 1e-6
        if key in one.numbers and 0 < now.number(key) - before.number(key) < 10:
            assert joint.width([((1, key), 1), ((0, key), -1)]) > 9 - 1e-6
