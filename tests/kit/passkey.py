"""A device with a passkey: makes an ES256 key with openssl, and signs as WebAuthn says."""

import base64
import hashlib
import json
import pathlib
import shutil
import subprocess
import tempfile
import weakref

me = "/api/v1/me/passkeys"
session = "/api/v1/session/passkey"
present_and_verified = 0x05
with_credential = 0x40


def to_text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def to_bytes(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def openssl(*words, given=b""):
    return subprocess.run(["openssl", *words], input=given, capture_output=True, check=True, timeout=30).stdout


def head(major, number):
    """The head of an item of CBOR."""
    if number < 24:
        return bytes([major << 5 | number])
    if number < 256:
        return bytes([major << 5 | 24, number])
    return bytes([major << 5 | 25]) + number.to_bytes(2, "big")


def cbor(value):
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value)) + value.encode()
    return head(5, len(value)) + b"".join(cbor(name) + cbor(inner) for name, inner in value.items())


class Device:
    """One passkey on a device. Nothing of it leaves but what a browser would send."""

    def __init__(self, origin):
        self.origin = origin
        folder = tempfile.mkdtemp(prefix="horenso-passkey-")
        weakref.finalize(self, shutil.rmtree, folder)
        self.key = str(pathlib.Path(folder) / "key.pem")
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", self.key)
        self.credential = hashlib.sha256(self.key.encode()).digest()
        self.handle = None
        self.counter = 0
        self.flags = present_and_verified

    def client_data(self, kind, challenge):
        return json.dumps({"type": f"webauthn.{kind}", "challenge": challenge, "origin": self.origin,
                           "crossOrigin": False}).encode()

    def authenticator_data(self, server, flags, rest=b""):
        return (hashlib.sha256(server.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4, "big") + rest)

    def make(self, offer, name="テストの端末"):
        """What `add_passkey` wants, for what `offer_passkey` said."""
        self.handle = offer["handle"]
        point = openssl("pkey", "-in", self.key, "-pubout", "-outform", "DER")[-64:]
        key = cbor({1: 2, 3: -7, -1: 1, -2: point[:32], -3: point[32:]})
        made = bytes(16) + len(self.credential).to_bytes(2, "big") + self.credential + key
        data = self.authenticator_data(offer["server"], self.flags | with_credential, made)
        attestation = cbor({"fmt": "none", "attStmt": {}, "authData": data})
        return {"name": name, "client_data": to_text(self.client_data("create", offer["challenge"])),
                "attestation": to_text(attestation)}

    def sign(self, asked):
        """What `sign_in_by_passkey` wants, for what `ask_passkey` said."""
        client_data = self.client_data("get", asked["challenge"])
        data = self.authenticator_data(asked["server"], self.flags)
        signed = data + hashlib.sha256(client_data).digest()
        signature = openssl("dgst", "-sha256", "-sign", self.key, given=signed)
        return {"credential_id": to_text(self.credential), "handle": self.handle,
                "client_data": to_text(client_data), "authenticator_data": to_text(data),
                "signature": to_text(signature)}


def named(client):
    """The origin under which there can be passkeys."""
    return f"http://localhost:{client.server.port}"


def offered(client, **body):
    return client.must(client.post(f"{me}/challenge", body, Origin=named(client)))


def register(client, name="テストの端末"):
    """A device on which this person has a passkey now; and the passkey as the server tells it."""
    device = Device(named(client))
    added = client.must(client.post(me, device.make(offered(client), name), Origin=named(client)))
    return device, added


def asked(client):
    return client.must(client.post(f"{session}/challenge", Origin=named(client)))


def sign_in(client, device, besides=None):
    body = device.sign(asked(client)) | (besides or {})
    return client.welcome(client.post(session, body, Origin=named(client)))
