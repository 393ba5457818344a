"""Before it judges accolade, the Open Badges 2.0 validator is judged: by documents known to be good, and known to be bad."""

import shutil
from pathlib import Path

import ob2
import pytest

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "derived"


@pytest.fixture
def served(tmp_path):
    """The derived vectors, at home on loopback."""
    with ob2.served(tmp_path) as at:
        folder = tmp_path / "site"
        for source, target in [
            ("assertion.json", "ob2/assertions/0001.json"),
            ("assertion-revoked.json", "ob2/assertions/0002.json"),
            ("badgeclass.json", "ob2/badges/first-steps.json"),
            ("issuer.json", "ob2/issuer.json"),
        ]:
            (folder / target).parent.mkdir(parents=True, exist_ok=True)
            text = (VECTORS / "ob2" / source).read_text().replace("https://badges.example", at)
            # The validator takes no address with a port for an origin.
            text = text.replace('"allowedOrigins": "badges.example",', "")
            (folder / target).write_text(text)
        (folder / "badges").mkdir()
        shutil.copy(VECTORS / "baked/plain.png", folder / "badges/first-steps.png")
        yield f"{at}/site/ob2", folder / "ob2"


def test_a_good_assertion_is_valid(served):
    assert ob2.judge(f"{served[0]}/assertions/0001.json") == (True, [])


def test_a_revoked_assertion_is_invalid(served):
    valid, messages = ob2.judge(f"{served[0]}/assertions/0002.json")
    assert not valid and messages


def test_an_assertion_without_a_time_zone_is_invalid(served):
    path = served[1] / "assertions/0001.json"
    path.write_text(path.read_text().replace("00:00:00Z", "00:00:00"))
    valid, messages = ob2.judge(f"{served[0]}/assertions/0001.json")
    assert not valid and any("issuedOn" in it for it in messages)


def test_an_assertion_outside_its_scope_is_invalid(served):
    path = served[1] / "issuer.json"
    path.write_text(path.read_text().replace("ob2/assertions/", "ob2/elsewhere/"))
    assert not ob2.judge(f"{served[0]}/assertions/0001.json")[0]
