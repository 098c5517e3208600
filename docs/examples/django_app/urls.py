"""The addresses of the site."""

from casework.views import support
from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("person/<int:person_id>/support/", support),
]
