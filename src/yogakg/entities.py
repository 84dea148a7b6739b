"""The entities that an XML file declares: a short name for a long text, and a way to do harm."""

from __future__ import annotations

import re

#: A namespace fits in this. What is longer could, used over and over, fill the memory.
_LONGEST = 256
_DOCTYPE = re.compile(rb"<!DOCTYPE\b")
_DECLARATION = re.compile(rb"""<!ENTITY\s+(%\s+)?[^\s>]+\s+(?:"([^"]*)"|'([^']*)'|([^>]*))""")


def entity_problem(data: bytes) -> str | None:
    """Say what is wrong with the entities that XML declares, or return None.

    Namespaces as entities are common in OWL files and are let through. Entities that stand outside
    the file, contain others or are long are not: a parser that follows them opens foreign files or
    runs out of memory. UTF-16 hides them from this check, so it is a problem too.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        return "it is not in UTF-8"
    if not _DOCTYPE.search(data):
        return None
    for parameter, double, single, outside in _DECLARATION.findall(data):
        if outside or parameter:
            return "it declares an entity that stands outside the file"
        value = double or single
        if b"&" in value or b"%" in value:
            return "it declares an entity made of other entities"
        if len(value) > _LONGEST:
            return f"it declares an entity of more than {_LONGEST} characters"
    return None
