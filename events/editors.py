"""Who may work at the desk: the group of editors."""

from django.contrib.auth.models import Group, Permission


def editors() -> Group:
    """The group that may review, enter events and correct the gazetteer, and no more; what it may do is set anew."""
    group, _ = Group.objects.get_or_create(name="Editors")
    wanted = Permission.objects.filter(content_type__app_label__in=["events", "gazetteer"])
    group.permissions.set(wanted.exclude(codename__startswith="delete_").union(_may_take_back()))
    return group


def _may_take_back():
    """Entries, and members of a region, which are corrected by being removed."""
    return Permission.objects.filter(codename__in=["delete_controlevent", "delete_membership"])
