"""Who enters a session outside of the window is told, and may still enter it."""

from django import forms
from django.utils.timezone import localdate

from casework.mapping import SUPPORT_BY
from casework.models import Session
from casework.reading import LeftOutError, answers, catalogue
from inclusion_core import Verdict


def doubts(person_id, job, held_on):
    """Why a session may not count: nothing where it surely does."""
    try:
        found = answers(person_id, on=held_on, known_on=localdate())
    except LeftOutError as error:
        return [finding.in_("en") for finding in error.findings]
    decision, window = found[SUPPORT_BY[job]]
    if decision.verdict is Verdict.YES:
        return []
    words = catalogue().vocabulary
    return [window.explain("en"), *(each.in_(words, "en") for each in decision.still_matters)]


class SessionForm(forms.ModelForm):
    all_the_same = forms.BooleanField(required=False, label="Enter it all the same")

    class Meta:
        model = Session
        fields = ("stay", "worker", "held_on", "minutes")

    def clean(self):
        given = super().clean()
        known = all(given.get(name) for name in ("stay", "worker", "held_on"))
        if known and not given["all_the_same"]:
            for doubt in doubts(given["stay"].person_id, given["worker"].job, given["held_on"]):
                self.add_error("held_on", doubt)
        return given
