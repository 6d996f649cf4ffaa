"""Addresses of what the gazetteer itself answers."""

from django.urls import path

from . import views

urlpatterns = [path("places/outlines", views.outlines, name="outlines")]
