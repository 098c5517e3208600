"""The app is tested as any other is: `python manage.py test`."""

from datetime import date

from django.contrib.auth.models import User
from django.core.checks import run_checks
from django.test import SimpleTestCase, TestCase

from casework.forms import SessionForm
from casework.models import Person, Session
from casework.reading import mapping


class SupportTest(TestCase):
    fixtures = ("example",)

    def setUp(self):
        self.client.force_login(User.objects.create_superuser("ance"))

    def test_until_when_and_why(self):
        mentor = self.support(1)["sif.mentoring.social-mentor"]

        assert mentor["verdict"] == "yes"
        assert mentor["last_day"] == "2019-04-15"
        assert "12 months after refugee status of 15 April 2018" in mentor["sentences"][0]

    def test_what_is_still_to_be_asked(self):
        mentor = self.support(2)["sif.mentoring.social-mentor"]

        assert mentor["verdict"] == "undecided"
        assert mentor["ask"] == [
            "Ask: day of notification (protection status 12, from 2 May 2018): not asked"
        ]

    def test_nobody_is_judged_by_half_of_their_rows(self):
        (told,) = self.support(3, status=409)["correct"]

        assert "client 3, field gender: the mapping does not know this word" in told

    def test_only_who_may_see_the_person_is_answered(self):
        self.client.force_login(User.objects.create_user("zane"))

        assert self.client.get("/person/1/support/").status_code == 403

    def support(self, person_id, status=200):
        answer = self.client.get(f"/person/{person_id}/support/", {"on": "2018-12-03"})
        assert answer.status_code == status
        return answer.json()


class SessionFormTest(TestCase):
    fixtures = ("example",)

    def form(self, held_on, **more):
        return SessionForm({"stay": 24, "worker": 2, "held_on": held_on, "minutes": 45, **more})

    def test_a_session_after_the_last_day_is_doubted(self):
        told = self.form(date(2018, 5, 21)).errors["held_on"][0]

        assert "Until 20 May 2018: 12 months after refugee status of 20 May 2017" in told

    def test_it_can_be_entered_all_the_same(self):
        self.form(date(2018, 5, 21), all_the_same=True).save()

        assert Session.objects.filter(held_on="2018-05-21").count() == 1

    def test_on_the_last_day_nothing_is_doubted(self):
        assert self.form(date(2018, 5, 20)).is_valid()


class AdminTest(TestCase):
    fixtures = ("example",)

    def setUp(self):
        self.client.force_login(User.objects.create_superuser("ance"))

    def test_the_page_of_a_person_shows_until_when(self):
        self.assertContains(self.page(1), "Until 15 April 2019")

    def test_it_shows_what_must_be_corrected_first(self):
        self.assertContains(self.page(3), "the mapping does not know this word")

    def page(self, person_id):
        return self.client.get(f"/admin/casework/person/{person_id}/change/")


class MappingTest(SimpleTestCase):
    def test_it_fits_the_library_and_our_models(self):
        assert run_checks() == []

    def test_names_and_personal_codes_are_not_even_read(self):
        columns = {each.name for each in Person._meta.fields}  # noqa: SLF001

        assert columns - set(mapping().columns["person"]) == {"full_name", "personal_code"}
