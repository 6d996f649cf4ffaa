"""What the note of an entry says in the other language, written at the desk."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.admin.meanwhile import unless_written_meanwhile
from events.models import ControlEvent
from events.translating import other_language_of_note, translate_note, translation_of_note

MAY = "events.add_notetranslation"


class NoteTranslationForm(forms.Form):
    """The translation of one note."""

    text = forms.CharField(
        label=gettext_lazy("Translation"), required=False, max_length=2000, show_hidden_initial=True,
        help_text=gettext_lazy(
            "Shown in place of the note to those who read the other language; all entries with the same note share it."
        ),
        widget=forms.Textarea(attrs={"class": "vLargeTextField", "rows": 4, "dir": "auto"}),
    )  # fmt: skip

    def __init__(self, *args, note: str, **kwargs):
        super().__init__(*args, initial={"text": translation_of_note(note)}, **kwargs)
        self.note = note

    def clean_text(self) -> str:
        return unless_written_meanwhile(self, "text", lambda: translation_of_note(self.note))


@transaction.atomic
def note_translation_page(request: HttpRequest, admin_site, opts, pk: int) -> HttpResponse:
    """The note of an entry with what it says in the other language, and, sent, keeping that."""
    entry = get_object_or_404(ControlEvent.objects.live().exclude(note=""), pk=pk)
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    form = NoteTranslationForm(request.POST or None, note=entry.note)
    if request.method == "POST" and form.is_valid():
        if form.has_changed():
            translate_note(entry.note, form.cleaned_data["text"], by=request.user)
        messages.success(request, _("The translation of the note is kept."))
        return redirect("admin:events_controlevent_change", entry.pk)
    context = {
        **admin_site.each_context(request), "opts": opts, "form": form, "entry": entry,
        "language": other_language_of_note(entry.note), "title": _("Translate the note"),
    }  # fmt: skip
    return TemplateResponse(request, "admin/events/controlevent/translate_note.html", context)
