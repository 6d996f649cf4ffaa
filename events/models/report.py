"""A published document, as received, and how far it has come."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .our_time import all_of_our_time, of_our_time
from .source import Source


class ReportQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Report.State.WAITING)

    def settled(self):
        """Reports that no worker needs to touch again."""
        return self.filter(state__in=[Report.State.READ, Report.State.FAILED])

    def readable(self):
        """Reports that have a text to show, newest first."""
        return self.exclude(text="").order_by("-published_at", "-pk")


class Report(models.Model):
    """One document of one publisher: the bytes as they came, and the text read from them."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        READING = "reading", _("being read")
        READ = "read", _("read")
        FAILED = "failed", _("failed")

    # Identification
    sha256 = models.CharField(_("SHA-256"), max_length=64, help_text=_("Of the bytes as received, in hex."))
    name = models.CharField(_("name"), max_length=200, blank=True, help_text=_("The file it came as."))
    url = models.URLField(_("address"), max_length=1000, blank=True)

    # Provenance
    publisher = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="reports", verbose_name=_("publisher")
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, validators=[of_our_time])
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)
    size = models.PositiveBigIntegerField(_("size"), help_text=_("Bytes."))

    # Content
    body = models.BinaryField(_("bytes"), help_text=_("Empty when the report was too large to keep."))
    text = models.TextField(_("text"), blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=[("ar", _("Arabic")), ("en", _("English"))], blank=True
    )
    sketch = models.BinaryField(
        default=b"", help_text=_("By which its text is compared with others. Empty: too short to be compared.")
    )
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Written for the demo, about published facts.")
    )

    # Reading
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0, help_text=_("Counted before the work begins."))
    leased_until = models.DateTimeField(
        _("leased until"), null=True, blank=True, help_text=_("A worker has it; past this moment another may take it.")
    )
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    error = models.TextField(_("error"), blank=True, help_text=_("Why it could not be read."))

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-published_at", "-pk"]
        indexes = [
            models.Index(
                fields=["tries", "id"], condition=Q(state__in=["waiting", "reading"]), name="report_still_to_be_read"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "publisher"], nulls_distinct=False, name="report_is_stored_once_a_publisher"
            ),
            models.CheckConstraint(condition=all_of_our_time("published_at"), name="report_is_of_our_time"),
            models.CheckConstraint(
                condition=Q(state="reading", leased_until__isnull=False) | ~Q(state="reading") & Q(leased_until=None),
                name="report_being_read_has_a_lease",
            ),
            models.CheckConstraint(
                condition=Q(state="failed") & ~Q(error="") | ~Q(state="failed") & Q(error=""),
                name="report_fails_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="read", read_at__isnull=False) | ~Q(state="read"), name="report_is_read_at_some_time"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.name or self.sha256[:12]

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("report", args=[self.pk])
