"""Pictures of the map, drawn on the server: what each state looks like, the sheet around it, and its formats. Pure."""
