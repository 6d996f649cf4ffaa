"""A text that two editors may write at once: whoever saves second has seen what the first wrote."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext as _

from events.models import Revision


def unless_written_meanwhile(form: forms.BaseForm, name: str, read: Callable[[], str]) -> str:
    """What the editor wrote in the field, unless another has written something since the form was opened.

    Then it is refused once, and the form goes on from what stands now; whoever saves it again has seen that.
    `read` gives what stands; the field has its hidden initial value.
    """
    text = form.cleaned_data[name]
    if name not in form.changed_data:
        return text
    Revision.objects.wait_for_turn()  # whoever saves at the same moment is heard first, or hears of this one
    stands, shown = read(), form.add_initial_prefix(name)
    if stands.splitlines() in (form.data.get(shown, "").strip().splitlines(), text.splitlines()):
        return text
    form.data = form.data.copy()
    form.data[shown] = stands
    if not stands:
        raise forms.ValidationError(_("Somebody took the translation away meanwhile. Save again to keep yours."))
    told = _("Somebody wrote this meanwhile: “%(text)s”. Save again to put yours in its place.")
    raise forms.ValidationError(told % {"text": stands})
