"""An app that makes one report kill the worker."""
