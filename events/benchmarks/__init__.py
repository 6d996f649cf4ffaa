"""Benchmarks of the extraction; `manage.py bench` finds them beside those of the gazetteer."""
