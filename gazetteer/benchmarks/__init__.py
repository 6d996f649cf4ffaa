"""What the gazetteer takes, measured: a module a subject, each with `run()`."""
