"""The text of an article to blocks, sections and sentences, and to the poses that parts of it are about."""
