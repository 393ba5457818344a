"""Every award as Open Badges 2.0, built for and served on loopback, judged by PyPI `openbadges`."""

import os
import socket
import subprocess

import ob2
import pytest
from example import ACCOLADE, AT, AWARDS, NOW, ROOT


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The example site as it is when somebody serves it at another address."""
    root = tmp_path_factory.mktemp("loopback")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}/badges/"
    command = [ACCOLADE, "build", ROOT / "example-site", "--out", root / "badges", "--base-url", base, "--at", AT]
    subprocess.run(command, check=True, env={**os.environ, "NO_COLOR": "1"})
    with ob2.served(root, port), ob2.at(NOW):
        yield base, root / "badges"


@pytest.mark.parametrize("award", AWARDS, ids=lambda it: f"{it.id} {it.ought()}")
def test_hosted_assertion(served, award):
    base, _ = served
    valid, messages = ob2.judge(f"{base}assertions/{award.id}/assertion.json")
    assert valid == (award.ought() == "valid"), messages
    if valid:
        assert messages == []


@pytest.mark.parametrize("award", [it for it in AWARDS if it.ought() != "revoked"], ids=lambda it: f"{it.id} {it.ought()}")
def test_baked_png(served, award):
    _, folder = served
    valid, messages = ob2.judge(folder / "assertions" / award.id / "badge.png")
    assert valid == (award.ought() == "valid"), messages


def test_nobody_asked_for_anything_outside(served):
    assert ob2.refused == []
