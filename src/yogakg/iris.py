"""Names of resources: slugs and IRIs."""

from __future__ import annotations

import re
import unicodedata


def slug(name: str) -> str:
    """Turn a name into the last part of an IRI: ASCII, lower case, words joined by hyphens.

    A name with no Latin letter or digit is spelt by its code points, so that no two of them meet.

    >>> slug("Jānu Śīrṣāsana")
    'janu-sirsasana'
    >>> slug("Seated Forward Bend (II)")
    'seated-forward-bend-ii'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    joined = "-".join(re.findall(r"[a-z0-9]+", plain))
    return joined or "-".join(f"u{ord(c):04x}" for c in name if not c.isspace()) or "unnamed"
