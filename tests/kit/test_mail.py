import asyncio
import email
import email.policy
import ssl
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from leadhub.kit import mail
from leadhub.kit.mail import Mail, MailProblem

SENDER = "LeadHub <no-reply@leads.example>"


class Inbox:
    """What the server took: envelopes, and whether they came encrypted."""

    def __init__(self):
        self.envelopes = []
        self.encrypted = []
        self.answer = "250 OK"
        self.recipient_answer = "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: ARG002, N802 - aiosmtpd's names
        if self.recipient_answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return self.recipient_answer

    async def handle_DATA(self, server, session, envelope):  # noqa: ARG002, N802
        self.envelopes.append(envelope)
        self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        return self.answer

    def message(self):
        (envelope,) = self.envelopes
        return email.message_from_bytes(envelope.content, policy=email.policy.default)


@asynccontextmanager
async def server(inbox, *, ssl_context=None, **options):
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(
        lambda: SMTP(inbox, loop=loop, hostname="mail.test", **options), "127.0.0.1", 0, ssl=ssl_context
    )
    async with listening:
        yield listening.sockets[0].getsockname()[1]


@pytest.fixture
def inbox():
    return Inbox()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A PEM file of a key and its certificate for 127.0.0.1, which nobody trusts yet."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + made.public_bytes(Encoding.PEM)
    )
    return path


@pytest.fixture
def server_tls(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusted(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


async def test_a_mail_arrives(inbox):
    async with server(inbox) as port:
        await Mail(f"smtp://127.0.0.1:{port}", SENDER).send(
            "ada@example.com", "Einladung für Zoë 🦄", "Hallo\n.\nÄrger"
        )
    (envelope,) = inbox.envelopes
    assert envelope.mail_from == "no-reply@leads.example"
    assert envelope.rcpt_tos == ["ada@example.com"]
    message = inbox.message()
    assert message["From"] == SENDER
    assert message["To"] == "ada@example.com"
    assert message["Subject"] == "Einladung für Zoë 🦄"
    assert message["Message-ID"].endswith("@leads.example>")
    assert message["Date"].datetime.tzinfo is not None
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().splitlines() == ["Hallo", ".", "Ärger"]


async def test_an_address_that_is_not_ascii_arrives(inbox):
    async with server(inbox, enable_SMTPUTF8=True) as port:
        await Mail(f"smtp://127.0.0.1:{port}", SENDER).send("zoë@example.com", "Hi", "Hi")
    assert inbox.envelopes[0].rcpt_tos == ["zoë@example.com"]


@pytest.mark.parametrize(
    ("to", "subject", "text"),
    [
        ("ada@example.com", "Hi\nBcc: eve@example.com", "x"),
        ("ada@example.com", "Hi\r\n\r\nbody", "x"),
        ("ada@example.com\nBcc: eve@example.com", "Hi", "x"),
        ("ada\r\n@example.com", "Hi", "x"),
        ("ada@example.com", "Hi", "\ud800"),
    ],
)
async def test_no_header_can_be_smuggled_in(inbox, to, subject, text):
    async with server(inbox) as port:
        with pytest.raises(MailProblem) as caught:
            await Mail(f"smtp://127.0.0.1:{port}", SENDER).send(to, subject, text)
    assert inbox.envelopes == []
    assert "\n" not in str(caught.value)


async def test_a_comma_does_not_make_two_recipients(inbox):
    async with server(inbox) as port:
        try:
            await Mail(f"smtp://127.0.0.1:{port}", SENDER).send("ada@example.com,eve@example.com", "Hi", "x")
        except MailProblem:
            assert inbox.envelopes == []
        else:
            assert len(inbox.envelopes[0].rcpt_tos) == 1
            assert len(inbox.message()["To"].addresses) == 1


@pytest.mark.usefixtures("trusted")
async def test_starttls_is_used_where_offered_and_the_password_goes_through_it(inbox, server_tls):
    seen = []

    def authenticate(server, session, envelope, mechanism, data):
        seen.append((data.login, data.password))
        return AuthResult(success=True)

    options = {"tls_context": server_tls, "authenticator": authenticate, "auth_required": True}
    async with server(inbox, **options) as port:
        await Mail(f"smtp://us%40er:p%2Fw@127.0.0.1:{port}", SENDER).send("ada@example.com", "Hi", "x")
    assert inbox.encrypted == [True]
    assert seen == [(b"us@er", b"p/w")]


@pytest.mark.usefixtures("trusted")
async def test_smtps_is_encrypted_from_the_start(inbox, server_tls):
    async with server(inbox, ssl_context=server_tls) as port:
        await Mail(f"smtps://127.0.0.1:{port}", SENDER).send("ada@example.com", "Hi", "x")
    assert inbox.encrypted == [True]


async def test_a_certificate_that_is_not_trusted_is_refused_and_nothing_goes_in_the_clear(inbox, server_tls):
    async with server(inbox, tls_context=server_tls) as port:
        with pytest.raises(MailProblem):
            await Mail(f"smtp://127.0.0.1:{port}", SENDER).send("ada@example.com", "Hi", "x")
    assert inbox.envelopes == []


@pytest.mark.parametrize(
    ("place", "code"), [("answer", 554), ("recipient_answer", 550)], ids=["the mail", "the recipient"]
)
async def test_a_refusal_is_a_problem_that_names_nobody(inbox, place, code):
    setattr(inbox, place, f"{code} ada@example.com is unknown")
    async with server(inbox) as port:
        with pytest.raises(MailProblem, match=f"answer {code}") as caught:
            await Mail(f"smtp://127.0.0.1:{port}", SENDER).send("ada@example.com", "Hi", "x")
    assert "ada" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


async def test_a_server_that_is_not_there_is_a_problem(inbox):
    async with server(inbox) as port:
        pass
    with pytest.raises(MailProblem, match=f"port {port}"):
        await Mail(f"smtp://user:hunter2@127.0.0.1:{port}", SENDER).send("ada@example.com", "Hi", "x")


async def test_a_server_that_says_nothing_is_given_up(monkeypatch):
    monkeypatch.setattr(mail, "_TIMEOUT_SECONDS", 0.05)
    silent = await asyncio.get_running_loop().create_server(asyncio.Protocol, "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    with pytest.raises(MailProblem):
        await Mail(f"smtp://127.0.0.1:{port}", SENDER).send("ada@example.com", "Hi", "x")
    silent.close()
    await silent.wait_closed()


class Sluggish(asyncio.Protocol):
    """A server that takes its time for each answer, though never long enough for one alone to be given up."""

    def connection_made(self, transport):
        self.transport = transport
        self.answer(b"220 mail.test")

    def data_received(self, data):
        self.answer(b"354 go on" if data == b"DATA\r\n" else b"250 OK")

    def answer(self, line):
        asyncio.get_running_loop().call_later(0.04, self.transport.write, line + b"\r\n")


async def test_the_time_limit_is_for_all_steps_together(monkeypatch):
    monkeypatch.setattr(mail, "_TIMEOUT_SECONDS", 0.1)
    sluggish = await asyncio.get_running_loop().create_server(Sluggish, "127.0.0.1", 0)
    port = sluggish.sockets[0].getsockname()[1]
    with pytest.raises(MailProblem, match="TimeoutError"):
        await Mail(f"smtp://127.0.0.1:{port}", SENDER).send("ada@example.com", "Hi", "x")
    sluggish.close()
    await sluggish.wait_closed()


async def test_without_a_url_nothing_is_sent():
    assert Mail("smtp://127.0.0.1:25", SENDER).enabled
    nothing = Mail(None, SENDER)
    assert not nothing.enabled
    with pytest.raises(MailProblem, match="No mail server"):
        await nothing.send("ada@example.com", "Hi", "x")


@pytest.mark.parametrize(
    "url",
    ["127.0.0.1:25", "http://u:hunter2@host", "smtp://", "smtp://u:hunter2@host:99999", "smtp://host:port"],
)
def test_a_url_that_is_none_is_said_without_the_password(url):
    with pytest.raises(ValueError, match="SMTP URL") as caught:
        Mail(url, SENDER)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("sender", ["", "LeadHub", "LeadHub <>", "@example.com"])
def test_a_sender_that_is_none_is_said(sender):
    with pytest.raises(ValueError, match="sender"):
        Mail(None, sender)
