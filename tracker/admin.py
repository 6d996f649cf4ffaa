"""The admin site that editors work in."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class Desk(admin.AdminSite):
    site_header = _("Aleppo control tracker: editors' desk")
    site_title = _("Editors' desk")
    index_title = _("What waits for you")
    site_url = "/"
