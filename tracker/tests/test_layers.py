"""Imports point one way: tracker → events → gazetteer; edges → writes → models; pure modules import neither."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PURE = [
    "events/assessment.py", "events/testimony.py", "events/timeline.py", "events/derived.py", "events/unbroken.py",
    "events/grouping.py", "events/hearing.py", "events/judging.py", "events/passages.py", "events/explanations.py",
    "events/balance.py", "events/pictures",
    "events/origins.py", "events/likeness.py", "events/perspectives.py", "events/track_record.py", "events/weights.py",
    "events/ingestion/article.py", "events/extraction", "events/evaluation",
    *(f"events/language_model/{name}.py" for name in ("answer", "naming", "passages", "prompt", "quantities")),
    *(f"events/language_model/{name}.py" for name in ("quotations", "schema", "times", "validation")),
    "gazetteer/folding.py", "gazetteer/finder.py",
    "gazetteer/shapes.py", "gazetteer/tables.py", "gazetteer/romanisation.py", "gazetteer/spelling.py",
    "gazetteer/boundaries/matching.py", "gazetteer/boundaries/reading.py", "gazetteer/boundaries/repair.py",
    "gazetteer/cells.py", "gazetteer/readers",
    "gazetteer/exports/geojson.py", "gazetteer/exports/lpf.py", "gazetteer/exports/plain_csv.py",
]  # fmt: skip
FORBIDDEN = [
    # where, what it may not import
    ("gazetteer", ("events", "tracker")),
    ("events", ("tracker",)),
    *[(path, ("django", "celery", "events.models", "gazetteer.models")) for path in PURE],
    (
        "events/models",
        ("events.claims", "events.review", "events.control", "events.admin", "events.api", "events.tasks"),
    ),
    *[
        (path, ("events.admin", "events.api", "events.views", "events.tasks", "events.management"))
        for path in (
            "events/claims.py",
            "events/review.py",
            "events/control.py",
            "events/undoing.py",
            "events/merging.py",
            "events/regrouping.py",
            "events/ingestion/inbox.py",
        )
    ],
]


def modules(where: str) -> list[Path]:
    path = ROOT / where
    found = [path] if path.is_file() else sorted(path.rglob("*.py"))
    return [module for module in found if "tests" not in module.relative_to(ROOT).parts]


def imported(module: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names


@pytest.mark.parametrize(("where", "forbidden"), FORBIDDEN, ids=[f"{where} {what[0]}" for where, what in FORBIDDEN])
def test_imports_point_one_way(where, forbidden):
    assert modules(where), f"{where} has moved: correct the table"
    wrong = [
        f"{module.relative_to(ROOT)} imports {name}"
        for module in modules(where)
        for name in imported(module)
        for root in forbidden
        if name == root or name.startswith(f"{root}.")
    ]
    assert not wrong


def test_nobody_listens_to_signals():
    listening = [
        str(module.relative_to(ROOT))
        for app in ("tracker", "events", "gazetteer")
        for module in modules(app)
        if "django.db.models.signals" in imported(module) or "django.dispatch" in imported(module)
    ]
    assert not listening
