"""Facts of structured sources that come with the package, and how they are read."""
