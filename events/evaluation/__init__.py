"""How well the extraction reads: gold folders, what counts as agreement, the figures and the page of mistakes. Pure."""
