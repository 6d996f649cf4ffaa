"""What sources and actors are, in the reader's words, by the code that is stored."""

from django.utils.translation import gettext_lazy as _

OF_SOURCES = {
    "activist": _("activists"),
    "activist-media": _("media of activists"),
    "analyst": _("analysts"),
    "armed-group": _("armed group"),
    "broadcaster": _("broadcaster"),
    "civil": _("civil organisation"),
    "encyclopedia": _("encyclopedia"),
    "media": _("media"),
    "monitor": _("monitor"),
    "news-agency": _("news agency"),
    "news-site": _("news site"),
    "newspaper": _("newspaper"),
    "official": _("official"),
    "researcher": _("researcher"),
}
OF_ACTORS = {
    "armed-force": _("armed force"),
    "armed-group": _("armed group"),
    "civil": _("civil organisation"),
    "coalition": _("coalition"),
    "militia": _("militia"),
    "state": _("country"),
    "umbrella": _("umbrella of a side"),
    "unit": _("military unit"),
}
