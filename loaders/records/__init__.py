"""Records of poses in JSON, CSV, YAML and RDF, read by a mapping that says what their fields mean.

The way of a file: ``contents`` reads it into values whose lines are known; ``mapping`` reads the table of a source's
fields; ``grounding`` finds the pose, region, condition … that a value names; ``records`` makes claims of it all, and
gives prose to the rules for articles. What cannot be used is a ``Problem``, with its file and line; the rest is read.
"""

from yogakg.loaders.records.contents import Problem
from yogakg.loaders.records.mapping import Mapping, read_mapping, shipped_mappings
from yogakg.loaders.records.records import Records, read_records

__all__ = ["Mapping", "Problem", "Records", "read_mapping", "read_records", "shipped_mappings"]
