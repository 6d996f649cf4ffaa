"""Forms that an address fills in, as `?place=12` does."""

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import ForeignKey


class FilledByAddress(admin.ModelAdmin):
    """A form that opens without what its address says of another row, where that is no number of one."""

    def get_changeform_initial_data(self, request) -> dict:
        given = super().get_changeform_initial_data(request)
        return {name: value for name, value in given.items() if self._can_be(name, value)}

    def _can_be(self, name: str, value: str) -> bool:
        try:
            field = self.opts.get_field(name)
            return not isinstance(field, ForeignKey) or field.to_python(value) is not None
        except FieldDoesNotExist:
            return True
        except ValidationError:
            return False
