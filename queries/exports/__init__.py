"""Queries that cut out a part of the graph for export."""
