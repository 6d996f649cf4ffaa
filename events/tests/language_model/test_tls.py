"""Over TLS: the certificate is checked, and the answer read as any other."""

import shutil
import ssl
import subprocess

import pytest

from events.tests.language_model.server import QUOTE, fake_model

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")


@pytest.fixture
def certificate(tmp_path):
    both = tmp_path / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", both, "-out", tmp_path / "cert.pem"]
    subprocess.run(command, check=True, capture_output=True)
    both.write_text(both.read_text() + (tmp_path / "cert.pem").read_text())
    return both


@pytest.fixture
def tls_model(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with fake_model(context) as model:
        yield model


def test_a_certificate_that_is_trusted(read, tls_model, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_name("cert.pem")))
    assert [claim.rule for claim in read(QUOTE, url=tls_model.url)] == ["model:small"]


def test_a_certificate_that_is_not_trusted_gets_no_text(read, tls_model, caplog):
    (claim,) = read(QUOTE, url=tls_model.url)
    assert claim.rule != "model:small"
    assert tls_model.asked == []
    assert "SSLCertVerificationError" in caplog.text
