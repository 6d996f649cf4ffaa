"""The demo: the record of 2012–2016 and sample reports, brought in by the real route."""
