"""Static files under names that hold a hash of what is in them, compressed, and kept by browsers for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Modules import each other by these names too, so that a browser fetches each once and never an older one."""

    support_js_module_import_aggregation = True
    max_post_process_passes = 12  # a pass for each link of the longest chain of imports
