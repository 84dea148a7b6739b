"""Print the two commands that open a README: the first two shell blocks, one line each.

Usage: python tools/readme_commands.py README.md
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def commands(readme: str) -> list[str]:
    """Return the contents of the first two ``sh`` blocks; lines that end in a backslash are joined."""
    blocks = re.findall(r"^```sh\n(.*?)^```", readme, flags=re.MULTILINE | re.DOTALL)[:2]
    return [" && ".join(line for line in re.sub(r"\\\n\s*", "", block).splitlines() if line) for block in blocks]


if __name__ == "__main__":
    print("\n".join(commands(Path(sys.argv[1]).read_text(encoding="utf-8"))))
