"""What pages are made of: templates, styles and scripts."""
