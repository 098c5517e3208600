"""The app; the checks of its mapping are there when Django starts."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "casework"

    def ready(self):
        from casework import checks  # noqa: F401, PLC0415  they register themselves
