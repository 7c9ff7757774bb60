"""An app that shows codes (RFC 6238), apart from the server's own computing."""

import base64
import hmac
import struct
import time


def code_of(secret, ahead=0):
    """What it shows now, or some steps ahead."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + ahead), "sha1").digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
