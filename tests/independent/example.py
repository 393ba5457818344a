"""The built example site, for the tests in Python. `example.js` is its twin, and says more.

`tests/run` says where it lies: ACCOLADE_EXAMPLE, built at ACCOLADE_EXAMPLE_AT by ACCOLADE.
"""

import json
import os
import tomllib
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ACCOLADE = Path(os.environ["ACCOLADE"])
FOLDER = Path(os.environ["ACCOLADE_EXAMPLE"])
AT = os.environ["ACCOLADE_EXAMPLE_AT"]
NOW = datetime.fromisoformat(AT)
BASE = tomllib.loads((ROOT / "example-site/accolade.toml").read_text(encoding="utf-8"))["base_url"]


def _revoked():
    revoked = set()
    for ledger in (ROOT / "example-site/status").glob("*/ledger.toml"):
        for entry in tomllib.loads(ledger.read_text(encoding="utf-8"))["entry"]:
            if entry["event"] == "revoked":
                revoked.add(entry["id"])
            elif entry["event"] == "reinstated":
                revoked.discard(entry["id"])
    return revoked


REVOKED = _revoked()


class Award:
    """One award: its folder in the site, its document, and what it ought to be."""

    def __init__(self, folder):
        self.folder = folder
        self.id = folder.name
        self.bytes = (folder / "credential.json").read_bytes()
        self.document = json.loads(self.bytes)

    def ought(self):
        if self.id in REVOKED:
            return "revoked"
        until = self.document.get("validUntil")
        if until and datetime.fromisoformat(until) <= NOW:
            return "expired"
        if datetime.fromisoformat(self.document["validFrom"]) > NOW:
            return "not-yet-valid"
        return "valid"


AWARDS = [Award(path.parent) for path in sorted(FOLDER.glob("assertions/*/credential.json"))]
