"""The page of a person shows until when she may be supported."""

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.timezone import localdate

from casework.forms import SessionForm
from casework.models import Decision, Person, Session, Stay
from casework.reading import LeftOutError, answers


class DecisionInline(admin.TabularInline):
    model = Decision
    extra = 0


class StayInline(admin.TabularInline):
    model = Stay
    extra = 0


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    inlines = (DecisionInline, StayInline)
    readonly_fields = ("support",)

    @admin.display(description="Support")
    def support(self, person):
        today = localdate()
        try:
            found = answers(person.pk, on=today, known_on=today)
        except LeftOutError as error:
            return format_html_join("", "<p>{}</p>", ((each.in_("en"),) for each in error.findings))
        windows = (window for _, window in found.values())
        return format_html_join(
            "",
            "<p><b>{}</b>: {}</p>",
            ((each.limit.support.says.in_("en"), each.explain("en")) for each in windows),
        )

    def get_readonly_fields(self, _request, obj=None):
        return self.readonly_fields if obj else ()


@admin.register(Session)
class SessionAdmin(admin.ModelAdmin):
    form = SessionForm
