"""A model server for tests: real HTTP on this machine, which answers as a test tells it to."""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext, SSLSocket
from threading import Event, Thread

QUOTE = "سيطر الجيش السوري على حي الشعار."
CLAIM = {
    "quote": QUOTE, "place": "الشعار", "kind": "capture", "stance": "asserts", "mode": "actual",
    "actor": "الجيش السوري", "counterparty": None, "source": None, "event_start": "2016-12-06",
    "event_end": "2016-12-06", "quantity": None, "unit": None, "partial": False,
}  # fmt: skip


def completion(*claims: dict) -> bytes:
    """A chat completion whose message holds these claims."""
    return wrapped(json.dumps({"claims": claims}, ensure_ascii=False))


def wrapped(content: object) -> bytes:
    """A chat completion with any message."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """Say nothing of those who hung up."""


class FakeModel:
    """What it was asked, and the ways in which it answers; `behave` takes the request's handler."""

    def __init__(self, server: ThreadingHTTPServer):
        scheme = "https" if isinstance(server.socket, SSLSocket) else "http"
        self.url = f"{scheme}://127.0.0.1:{server.server_port}/v1"
        self.asked: list[dict] = []
        self.headers: list[dict] = []
        self.paths: list[str] = []
        self.over = Event()
        self.says(completion(CLAIM))

    def says(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer so from now on."""
        self.behave = lambda handler: self.answer(handler, body, status, **headers)

    @staticmethod
    def answer(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer one question."""
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    def hangs(self) -> None:
        """Take the question and answer nothing."""
        self.behave = lambda handler: self.over.wait()

    def drips(self, beginning: bytes, drop: bytes) -> None:
        """Begin to answer, then send a drop now and then, for as long as the test runs."""

        def behave(handler):
            handler.wfile.write(beginning)
            while not self.over.wait(0.05):
                handler.wfile.write(drop)

        self.behave = behave


def _handler(fake: dict) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            model: FakeModel = fake["model"]
            model.paths.append(self.path)
            model.headers.append(dict(self.headers))
            model.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            try:
                model.behave(self)
            except OSError:  # whoever asked has gone, as it should
                self.close_connection = True

        def log_message(self, *arguments):
            pass

    return Handler


@contextmanager
def fake_model(tls: SSLContext | None = None):
    """A fake model that listens until the end of the block."""
    fake: dict = {}
    server = _Quiet(("127.0.0.1", 0), _handler(fake))
    server.socket = tls.wrap_socket(server.socket, server_side=True) if tls else server.socket
    fake["model"] = model = FakeModel(server)
    Thread(target=server.serve_forever, daemon=True).start()
    yield model
    model.over.set()
    server.shutdown()
    server.server_close()
