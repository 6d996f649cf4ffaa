"""The project's own lists, stored: what a list changes is changed, what an editor changed stays.

What a list last said is remembered. Rows that were stored before anything was remembered count as the editors' where
they differ from the list, since nobody can tell.
"""
