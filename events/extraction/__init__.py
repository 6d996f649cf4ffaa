"""Claims about control, out of the text of reports: pure functions, text in, frozen values out."""
