"""Why somebody does something at the desk: asked of whoever takes back or undoes."""

from django import forms
from django.utils.translation import gettext_lazy


class ReasonForm(forms.Form):
    """Why an act is done, as the record of acts keeps it."""

    reason = forms.CharField(
        label=gettext_lazy("reason"), max_length=300, help_text=gettext_lazy("Shown in the record of acts."),
        widget=forms.TextInput(attrs={"dir": "auto", "size": 80}),
    )  # fmt: skip
