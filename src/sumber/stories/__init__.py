"""Records -> same story, copies, origins, provenance, timeline. Pure: knows no store."""
