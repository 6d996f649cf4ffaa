"""The encodings a reader takes, for those further in, who look whether one is named and not whether it is refused."""

import re

from django.http import HttpRequest, HttpResponse

REFUSED = re.compile(r";\s*q\s*=\s*0(\.0*)?\s*(;|$)", re.IGNORECASE)


class EncodingsTaken:
    """Leave in `Accept-Encoding` only the names of what is taken: of `gzip;q=0, BR;q=0.5` that is `br`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.META.get("HTTP_ACCEPT_ENCODING", "").split(",")
        taken = [coding.partition(";")[0].strip().lower() for coding in asked if not REFUSED.search(coding)]
        request.META["HTTP_ACCEPT_ENCODING"] = ", ".join(taken)
        return self.get_response(request)
