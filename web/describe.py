"""Write ``web/openapi.json`` from the endpoints, and from it the types of the page: ``python web/describe.py``.

``--check`` writes nothing and fails if either is not what it would be (``make web`` does so); a test compares the
description alone. Run this after any change to the JSON interface. It needs ``build.py --dev``.
"""

import hashlib
import json
import runpy
import sys
import tempfile
from pathlib import Path

import sumber
from sumber.web.api import ENDPOINTS
from sumber.web.openapi import describe

WEB = Path(__file__).resolve().parent
DESCRIPTION = WEB / "openapi.json"
TYPES = WEB / "src" / "api" / "types.ts"


def made() -> dict[Path, str]:
    """Return what both files should hold."""
    described = (
        json.dumps(describe(ENDPOINTS, version=sumber.__version__), indent=1, ensure_ascii=False) + "\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "openapi.json", Path(folder) / "types.ts"
        source.write_text(described, "utf-8")
        npm = runpy.run_path(str(WEB / "build.py"))["_npm"]
        if code := npm(("exec", "--no", "--", "openapi-typescript", str(source), "-o", str(target))):
            raise RuntimeError(f"openapi-typescript ended with code {code}")
        types = target.read_text("utf-8")
    digest = hashlib.sha256(described.encode()).hexdigest()
    return {DESCRIPTION: described, TYPES: f"// made from openapi.json {digest}\n{types}"}


def main() -> int:
    """Write both files, or only compare them; return 1 if one was not current."""
    stale = [path for path, text in made().items() if path.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.name} is not current; run: python web/describe.py", file=sys.stderr)
        return 1 if stale else 0
    for path, text in made().items() if stale else ():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
