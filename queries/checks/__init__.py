"""Checks of terms and data, one file each."""
