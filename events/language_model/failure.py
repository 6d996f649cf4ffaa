"""Why the rules have to read instead, and why a claim of the model's was dropped."""


class ModelFailure(Exception):
    """The model could not be asked, or its answer cannot be used; the message is the reason, fit for a log."""


class Invalid(ValueError):
    """One claim of an answer does not stand up to the text; the message is one of few reasons, to be counted."""
