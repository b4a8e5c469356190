"""Getting documents: files, folders, URLs."""
