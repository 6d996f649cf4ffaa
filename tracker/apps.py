"""The editors' desk: Django's admin under the project's own title."""

from django.contrib.admin.apps import AdminConfig


class EditorsDesk(AdminConfig):
    default_site = "tracker.admin.Desk"
