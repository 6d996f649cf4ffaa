"""The query for what held at each place just before a moment."""

# One step down an index a place: joining the periods instead would read them all
IN_FORCE = """
SELECT held.*, unbroken.since{more} FROM gazetteer_place place CROSS JOIN LATERAL (
  SELECT * FROM events_controlperiod
  WHERE place_id = place.id AND start < %(moment)s AND {live} ORDER BY start DESC LIMIT 1
) held CROSS JOIN LATERAL (
  SELECT start AS since, event_id FROM events_controlperiod
  WHERE place_id = place.id AND start <= held.start AND {live} AND start > COALESCE((
    SELECT start FROM events_controlperiod
    WHERE place_id = place.id AND start < held.start AND {live}
    AND (holder_id, challenger_id, status) IS DISTINCT FROM (held.holder_id, held.challenger_id, held.status)
    ORDER BY start DESC LIMIT 1
  ), '-infinity') ORDER BY start LIMIT 1
) unbroken ORDER BY place.slug
"""
# Each statement once, as it spoke to the last event that had a say since then; copies of one text do not count
SUPPORTS = """, (
  SELECT count(*) FROM (
    SELECT DISTINCT ON (said.claim_id, said.entry_id) said.speaks_for, said.same_text_as_id
    FROM events_controlevent event JOIN events_evidence said ON said.event_id = event.id
    WHERE event.place_id = place.id AND event.origin = 'derived' AND {live}
    AND COALESCE(event.counts_from, event.event_start) < %(moment)s
    AND (said.counts_from IS NULL OR said.counts_from < %(moment)s)
    AND (event.id = unbroken.event_id OR CASE WHEN event.stages = '[]'
      THEN COALESCE(event.counts_from, event.event_start) >= unbroken.since
      ELSE EXISTS (
        SELECT FROM jsonb_array_elements(event.stages) stage
        WHERE (stage->>'at')::timestamptz >= unbroken.since AND (stage->>'at')::timestamptz < %(moment)s
      ) END)
    ORDER BY said.claim_id, said.entry_id, event.counts_from DESC, event.event_start DESC
  ) newest WHERE speaks_for AND same_text_as_id IS NULL
) AS supports"""
AT_REVISION = "added_in_id <= %(revision)s AND (removed_in_id IS NULL OR removed_in_id > %(revision)s)"


def in_force(revision: int | None, counted: bool) -> str:
    """The query, of today or of a revision, with the number of statements that support each period or without."""
    live = "removed_in_id IS NULL" if revision is None else AT_REVISION
    return IN_FORCE.format(live=live, more=SUPPORTS.format(live=live) if counted else "")
