"""Places, their names and their shapes. Knows nothing of events."""
