"""Rules that infer statements, one file each."""
