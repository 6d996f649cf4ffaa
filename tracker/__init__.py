"""The wiring of the project: settings, addresses, the worker. Django loads the Celery app with it."""

from tracker.celery import app as celery_app

__all__ = ["celery_app"]
