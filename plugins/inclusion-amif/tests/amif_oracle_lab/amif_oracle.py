"""A second opinion: the indicators of the fund counted by plain Python, from the annex alone.

Answers are True, False, and None where it cannot be told. It knows the record classes of the
library, to read them, and nothing of its expressions.
"""

from collections import Counter, defaultdict

UNION = {
    *("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE"),
    *("IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"),
}
PROTECTED = {"asylum_seeker", "refugee", "alternative_status", "temporary_protection"}
INTEGRATION = {
    "language_course",
    "civic_orientation_course",
    "professional_guidance",
    "other_integration_support",
}
ASYLUM = {"legal_assistance", "other_asylum_support"}
LADDER = ["pre_a1", "a1", "a2", "b1", "b2", "c1", "c2"]
BRACKETS = ("below-18", "18-to-60", "above-60")


def both(*answers):
    if False in answers:
        return False
    return None if None in answers else True


def opposite(answer):
    return None if answer is None else not answer


def code(value):
    """A code as text; None where it is not known."""
    return getattr(value, "value", None) if type(value).__name__ != "Unknown" else None


def day(value):
    """A day; None where there is none."""
    return value if hasattr(value, "year") else None


class Oracle:
    """What a list of records comes to, on the last day of a period."""

    def __init__(self, records, last_day, *, age_on=0, pre_a1=1, until=0, non_citizens=1):
        self.by_type, self.found = defaultdict(list), {}
        for each in records:
            self.by_type[type(each).__name__].append(each)
        self.last_day = last_day
        self.age_on, self.pre_a1, self.until = age_on, pre_a1, until
        self.non_citizens = non_citizens

    def of(self, name, **key):
        if not key:
            return self.by_type[name]
        ((field, value),) = key.items()
        if (name, field) not in self.found:
            found = self.found[name, field] = defaultdict(list)
            for each in self.by_type[name]:
                found[getattr(each, field)].append(each)
        return self.found[name, field].get(value, [])

    def of_stay(self, name, visits):
        return [found for each in visits for found in self.of(name, participation_id=each.id)]

    def by_now(self, on):
        return on is not None and on <= self.last_day

    # Who takes part, once for each project.

    def stays(self):
        offered = {each.id: each.operation_id for each in self.of("Programme")}
        grouped = defaultdict(list)
        for each in self.of("Participation"):
            grouped[each.client_id, offered[each.programme_id]].append(each)
        for (client_id, operation), visits in sorted(grouped.items()):
            (client,) = self.of("Client", id=client_id)
            objectives = {code(p.objective) for p in self.of("AmifProject", operation_id=operation)}
            yield client, visits, (objectives.pop() if objectives else "none")

    def answers(self, client, visits, objective):
        """Each indicator: whether it is asked, and the answer."""
        entered = min(each.entered_on for each in visits)
        supports = self.of_stay("AmifSupport", visits)

        def had(kinds):
            return any(
                code(each.kind) in kinds and self.by_now(each.first_day) for each in supports
            )

        here = self.by_now(entered)
        protected = self.protected(client, entered)
        foreign = self.foreign(client, entered, protected)
        seeks = both(objective == "asylum", here, foreign, protected)
        settles = both(objective == "integration", here, foreign)
        helped, supported = had(ASYLUM), had(INTEGRATION)
        legal = had({"legal_assistance"})
        asked = {
            "O.1.1": (seeks, helped),
            "O.1.1.1": (both(seeks, helped), legal),
            "O.1.1.2": (both(seeks, helped), not legal),
            "O.1.1.3": (both(seeks, helped), self.said(visits, "AmifVulnerability")),
            "O.2.1": (settles, had({"pre_departure_measure"})),
            "O.2.3": (settles, supported),
            "O.2.5": (settles, had({"family_reunification_help"})),
            "O.2.6": (settles, had({"mobility_scheme"})),
        }
        inside = both(settles, supported)
        asked["O.2.3.1"] = (inside, had({"language_course"}))
        asked["O.2.3.2"] = (inside, had({"civic_orientation_course"}))
        asked["O.2.3.3"] = (inside, had({"professional_guidance"}))
        courses = [each for each in supports if code(each.kind) == "language_course"]
        left_one = any(self.by_now(day(each.last_day)) for each in courses)
        asked["R.2.8"] = (both(inside, had({"language_course"}), left_one), self.better(courses))
        asked["R.2.9"] = (inside, self.said(visits, "AmifSurveyAnswer"))
        asked["R.2.10"] = (inside, self.applied(visits, entered, "recognition"))
        asked["R.2.11"] = (inside, self.applied(visits, entered, "long_term_residence"))
        first_support = min((each.first_day for each in supports), default=None)
        for key in BRACKETS:
            looked_on = first_support if self.age_on else entered
            bracket = self.in_bracket(client, looked_on, key)
            for indicator, (of_whom, who) in tuple(asked.items()):
                if "/" not in indicator:
                    asked[f"{indicator}/{key}"] = (both(of_whom, who), bracket)
        return {key: both(*pair) for key, pair in asked.items()}

    # One answer after the other.

    def protected(self, client, on):
        held = [
            code(each.kind)
            for each in self.of("ProtectionSpell", client_id=client.id)
            if each.first_day <= on and (day(each.last_day) is None or on <= each.last_day)
        ]
        return any(kind in PROTECTED for kind in held) if held else None

    def foreign(self, client, on, protected):
        held = [
            each
            for each in self.of("CitizenshipSpell", client_id=client.id)
            if day(each.first_day) and each.first_day <= on
        ]
        unsure = [
            each
            for each in self.of("CitizenshipSpell", client_id=client.id)
            if day(each.first_day) is None
        ]
        if any(self.of_the_union(each) for each in held):
            return False
        if held or protected:
            return None if any(self.of_the_union(each) for each in unsure) else True
        return None

    def of_the_union(self, spell):
        if code(spell.kind) == "latvian_non_citizen":
            return not self.non_citizens
        return code(spell.kind) == "citizen" and spell.country in UNION

    def in_bracket(self, client, on, key):
        born = day(client.born_on)
        if born is None:
            return None
        if on is None:
            return key == "above-60"
        age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
        if born.month == 2 and born.day == 29 and (on.month, on.day) == (2, 29):
            age = on.year - born.year
        return key == ("below-18" if age < 18 else "18-to-60" if age <= 60 else "above-60")

    def said(self, visits, name):
        """The yes of a survey or of a finding: one by now is enough."""
        field, on = {
            "AmifSurveyAnswer": ("helpful", "answered_on"),
            "AmifVulnerability": ("vulnerable", "found_on"),
        }[name]
        told = [
            (code(getattr(each, field)), getattr(each, on)) for each in self.of_stay(name, visits)
        ]
        if any(answer == "yes" and self.by_now(when) for answer, when in told):
            return True
        if any(answer is None and self.by_now(when) for answer, when in told):
            return None
        if any(answer == "yes" for answer, _ in told):
            return False
        return None if not told or any(answer is None for answer, _ in told) else False

    def better(self, courses):
        days, untested = [], False
        for course in courses:
            left = day(course.last_day)
            tests = self.of("AmifLanguageTest", amif_support_id=course.id)
            levels = {code(each.moment): LADDER.index(code(each.level)) for each in tests}
            if left is not None and len(levels) < 2:
                untested = True
            elif left is not None:
                lowest = 0 if self.pre_a1 else 1
                if max(levels["leaving"], lowest) > max(levels["entry"], lowest):
                    days.append(left)
        if days:
            return self.by_now(min(days))
        return None if untested else False

    def applied(self, visits, entered, kind):
        lefts = [day(each.left_on) for each in visits]
        return any(
            code(each.kind) == kind
            and entered <= each.applied_on
            and (self.until or None in lefts or each.applied_on <= max(lefts))
            and self.by_now(each.applied_on)
            for each in self.of_stay("AmifApplication", visits)
        )

    # All of them.

    def figures(self):
        """For each indicator: how many by gender, and of how many it cannot be told."""
        counted, unknown = defaultdict(Counter), Counter()
        for client, visits, objective in self.stays():
            for key, answer in self.answers(client, visits, objective).items():
                if answer:
                    counted[key][code(client.gender)] += 1
                unknown[key] += answer is None
        return counted, unknown

    def entities(self):
        objectives = {each.id: code(each.objective) for each in self.of("AmifProject")}
        starts = {each.id: each.first_day for each in self.of("Operation")}
        authorities = {
            each.authority
            for each in self.of("AmifSupportedAuthority")
            if code(each.kind) in ("local_authority", "regional_authority")
            and self.by_now(each.supported_on)
            and objectives[each.amif_project_id] == "integration"
        }
        information = [
            each
            for each in self.of("AmifInformation")
            if code(each.about_legal_migration) == "yes"
            and self.by_now(each.issued_on)
            and objectives[each.amif_project_id] == "integration"
        ]
        projects = [
            each
            for each in self.of("AmifProject")
            if code(each.beneficiary) in ("local_authority", "regional_authority")
            and code(each.objective) == "integration"
            and self.by_now(starts[each.operation_id])
        ]
        return {"O.2.2": len(authorities), "O.2.4": len(information), "O.2.7": len(projects)}
