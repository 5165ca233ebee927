"""The envelope (docs/FORMAT.md, section 4)."""
import re
from collections import namedtuple

from canonical import check_fields, digest, from_base64, read_canonical
from fault import require
from signatures import key_of, verify

PAYLOAD_TYPE = re.compile(r"application/vnd\.countersign\.([a-z][a-z-]*)\.v1\+json")
KEY_ID = re.compile(r"[0-9a-f]{64}")

Envelope = namedtuple("Envelope", "kind said digest keyid signed signature")


def open_envelope(value):
    """An envelope taken apart: its kind, what it says, its digest, and what is signed. The signature is not verified yet."""
    check_fields(value, "envelope", "payload", "payloadType", "signatures")
    kind = PAYLOAD_TYPE.fullmatch(value["payloadType"])
    require(kind and isinstance(value["signatures"], list) and len(value["signatures"]) == 1, "envelope: type or signatures")
    (one,) = value["signatures"]
    check_fields(one, "envelope signature", "keyid", "sig")
    require(KEY_ID.fullmatch(one["keyid"]), "envelope: key id")
    payload = from_base64(value["payload"])
    signed = pre_authentication_encoding(value["payloadType"].encode(), payload)
    return Envelope(kind[1], read_canonical(payload), digest(payload), one["keyid"], signed, from_base64(one["sig"]))


def pre_authentication_encoding(payload_type, payload):
    return b"DSSEv1 %d %s %d %s" % (len(payload_type), payload_type, len(payload), payload)


def require_signature(envelope, key_text, what):
    _, keyid = key_of(key_text)
    require(envelope.keyid == keyid, f"{what}: the envelope names another key")
    require(verify(key_text, envelope.signed, envelope.signature), f"{what}: the signature does not verify")
