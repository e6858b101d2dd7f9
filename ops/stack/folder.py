"""What a stack needs before it starts, made where it is missing: secrets, a certificate, the folders that are mounted.

Containers read these files as users of their own, so everybody may read them; but only their owner may enter the folder.
"""

import json
import secrets
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from leadhub.kit.tokens import generate_jwk

CERTIFICATE = "certs/tls.crt"
_NAMES = [x509.DNSName("localhost"), *(x509.IPAddress(ip_address(one)) for one in ("127.0.0.1", "::1"))]
_VALID = timedelta(days=397)  # as long as browsers take one
# Where Alertmanager posts. Nobody listens there, until the address of a channel is written into the file.
_NO_CHANNEL = "http://127.0.0.1:9/"


def prepare(folder: Path) -> None:
    """Makes what is missing and leaves what is there: the database knows the passwords."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ("secrets", "certs", "upstream", "channels"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name).chmod(0o755)
    _secrets(folder / "secrets")
    for channel in ("page-url", "ticket-url"):
        _once(folder / "channels" / channel, _NO_CHANNEL)
    if not (folder / CERTIFICATE).exists():
        _certificate(folder / "certs")


def _secrets(folder: Path) -> None:
    password = _once(folder / "postgres-password", secrets.token_hex(24))
    _once(folder / "owner-database-url", f"postgres://postgres:{password}@postgres:5432/leadhub")
    _once(folder / "database-url", f"postgres://leadhub_app:{secrets.token_hex(24)}@postgres:5432/leadhub")
    _once(folder / "signing-keys", json.dumps(generate_jwk()))
    _once(folder / "grafana-password", secrets.token_hex(12))


def _once(file: Path, content: str) -> str:
    """What is in the file; writes it first when there is none."""
    if not file.exists():
        _write(file, content.encode())
    return file.read_text()


def _write(file: Path, content: bytes) -> None:
    # Whole or not at all: half a password would be kept for ever.
    written = file.with_suffix(".new")
    written.write_bytes(content)
    written.chmod(0o644)
    written.replace(file)


def _certificate(folder: Path) -> None:
    """Signed by itself: enough for this machine, and a warning in every browser."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + _VALID)
        .add_extension(x509.SubjectAlternativeName(_NAMES), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    _write(folder / "tls.key", key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    _write(folder / "tls.crt", certificate.public_bytes(Encoding.PEM))
