"""Waiting, with a progress bar, until the worker has read some reports."""

import time

from tqdm import tqdm

from events.models import Report

PATIENCE = 60  # seconds without any progress after which nobody seems to read


class NobodyReads(Exception):
    """No report was read for so long that no worker seems to run."""


def wait_until_read(report_ids: list[int]) -> None:
    """Return when each report is read or failed; raises NobodyReads when nothing moves."""
    settled = Report.objects.filter(pk__in=report_ids).settled()
    done, since = settled.count(), time.monotonic()
    with tqdm(total=len(report_ids), initial=done, desc="reports read", unit="") as bar:
        while done < len(report_ids):
            time.sleep(0.2)
            now = settled.count()
            if now > done:
                bar.update(now - done)
                done, since = now, time.monotonic()
            elif time.monotonic() - since > PATIENCE:
                raise NobodyReads(
                    f"{len(report_ids) - done} reports are stored and wait; no worker has read one for {PATIENCE} s. "
                    "Start it with `make run` in another terminal; they are read as soon as it runs."
                )
