"""Addresses of the pages."""

from django.urls import path

from events import views

urlpatterns = [
    path("", views.map_page, name="map"),
    path("table/", views.table_page, name="table"),
    path("table.csv", views.table_csv, name="table-csv"),
    path("table/changes/", views.changes_page, name="changes"),
    path("table/changes.csv", views.changes_csv, name="changes-csv"),
    path("places/", views.place_list, name="places"),
    path("places/<slug:slug>/", views.place_page, name="place"),
    path("reports/", views.report_list, name="reports"),
    path("reports/<int:pk>/", views.report_page, name="report"),
    path("sources/", views.source_list, name="sources"),
    path("sources/<slug:slug>/", views.source_page, name="source"),
    path("changed/", views.changed_page, name="changed"),
    path("compare/", views.compare_page, name="compare"),
    path("embed/", views.embed_page, name="embed"),
    path("still.svg", views.map_still, name="map-still"),
    path("export/map.svg", views.map_svg, name="map-svg"),
    path("export/map.png", views.map_png, name="map-png"),
    path("export/map.gif", views.map_gif, name="map-gif"),
    path("method/", views.method_page, name="method"),
    path("counts/", views.counts_page, name="counts"),
    path("data/", views.data_page, name="data"),
]
