"""Questions that need another ontology beside ours, one file each."""
