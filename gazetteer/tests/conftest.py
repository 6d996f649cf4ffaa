"""The gazetteer's own data, loaded for a test; its shapes are built once a run, for they take seconds."""

import json

import pytest

from gazetteer import loading, shapes

_built: dict[str, dict] = {}
_build = shapes.build


def _build_once(points, outline, known=None):
    key = json.dumps([sorted(points.items()), outline.wkt, {slug: shape.wkt for slug, shape in (known or {}).items()}])
    if key not in _built:
        _built[key] = _build(points, outline, known)
    return _built[key]


@pytest.fixture
def loaded(db, monkeypatch):
    monkeypatch.setattr(shapes, "build", _build_once)
    return loading.load()
