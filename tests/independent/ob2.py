"""PyPI `openbadges`, the validator of Open Badges 2.0, with no network but the loopback device.

The package is of 2020. `requirements.txt` pins what it needs to run on Python 3.11; nothing of it is patched but its way
out: the Open Badges 2.0 context comes from the package's own copy, and any other address outside the machine is refused.
"""

import functools
import http.server
import json
import threading
from contextlib import contextmanager
from pathlib import Path

import requests
from openbadges.verifier import verify
from openbadges.verifier.openbadges_context import OPENBADGES_CONTEXT_V2_DICT

refused = []
_send = requests.adapters.HTTPAdapter.send


def _send_on_loopback(self, request, **options):
    if request.url.startswith("https://w3id.org/openbadges/v2"):
        response = requests.Response()
        response.status_code = 200
        response.url = request.url
        response.request = request
        response.headers["content-type"] = "application/ld+json"
        response._content = json.dumps(OPENBADGES_CONTEXT_V2_DICT).encode()
        return response
    if not request.url.startswith("http://127.0.0.1:"):
        refused.append(request.url)
        raise requests.ConnectionError(f"there is no network here ({request.url})")
    return _send(self, request, **options)


requests.adapters.HTTPAdapter.send = _send_on_loopback


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """A static host as GitHub Pages is one: types by extension, nothing configured."""

    def log_message(self, *_):
        pass


@contextmanager
def served(folder, port=0):
    """Serves `folder` on loopback; gives its address without a final slash."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def judge(what):
    """Judges an assertion's address, or a baked picture: (valid, messages)."""
    if isinstance(what, Path):
        with what.open("rb") as picture:
            report = verify(picture, use_cache=False)
    else:
        report = verify(what, use_cache=False)
    report = report["report"]
    return report["valid"], [f"{m['messageLevel']}: {m['result']}" for m in report["messages"]]


@contextmanager
def at(moment):
    """Lets the validator believe that it is `moment`."""
    from openbadges.verifier.tasks import validation

    real = validation.datetime

    class Still(real):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    validation.datetime = Still
    try:
        yield
    finally:
        validation.datetime = real
