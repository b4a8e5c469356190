"""Write ``web/openapi.json`` from the endpoints, and the types of the page from it: ``python web/describe.py``.

A test compares both with the endpoints: run this after any change to the JSON interface. It needs `build.py --dev`.
"""

import hashlib
import json
import subprocess
from pathlib import Path

import sumber
from sumber.web.api import ENDPOINTS
from sumber.web.openapi import describe

WEB = Path(__file__).resolve().parent


def main() -> None:
    """Write both files."""
    described = json.dumps(describe(ENDPOINTS, version=sumber.__version__), indent=1, ensure_ascii=False)
    (WEB / "openapi.json").write_text(described + "\n", "utf-8")
    types = WEB / "src" / "api" / "types.ts"
    subprocess.run(["npx", "openapi-typescript", "openapi.json", "-o", str(types)], cwd=WEB, check=True)
    digest = hashlib.sha256((WEB / "openapi.json").read_bytes()).hexdigest()
    types.write_text(f"// made from openapi.json {digest}\n{types.read_text('utf-8')}", "utf-8")


if __name__ == "__main__":
    main()
