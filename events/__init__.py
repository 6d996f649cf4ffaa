"""Reports, the claims found in them, and the history of control derived from those that editors accepted."""
