"""What is known by many names, in two languages."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Named(models.Model):
    """Something with a slug, a name in each language, and the other words that reports use for it."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    name_ar = models.CharField(_("Arabic name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    aliases_ar = ArrayField(
        models.CharField(max_length=200), verbose_name=_("Arabic aliases"), default=list, blank=True
    )
    aliases_en = ArrayField(
        models.CharField(max_length=200), verbose_name=_("English aliases"), default=list, blank=True
    )
    notes = models.TextField(_("notes"), blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.name_ar if (get_language() or "en").startswith("ar") else self.name_en
