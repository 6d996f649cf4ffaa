"""Whether the process is alive, and whether it can serve."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse


def healthz(request: HttpRequest) -> JsonResponse:
    """GET /healthz — the process answers; nothing else is asked."""
    return JsonResponse({"status": "alive"})


def readyz(request: HttpRequest) -> JsonResponse:
    """GET /readyz — the database answers and holds every migration; 503 says which of the two fails."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Exception:  # whatever keeps the database from answering, the reply is the same
        return JsonResponse({"status": "unready", "reason": "the database does not answer"}, status=503)
    if waiting:
        return JsonResponse({"status": "unready", "reason": f"{len(waiting)} migrations wait"}, status=503)
    return JsonResponse({"status": "ready"})
