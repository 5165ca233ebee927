"""Canonical JSON (docs/FORMAT.md, section 2), the digest of bytes, and base64 in its one spelling."""
import base64
import hashlib
import json
import re
import unicodedata

from fault import Fault, require

KEY = re.compile(r"[a-z][A-Za-z0-9]*")
LARGEST_NUMBER = 2**53 - 1
DEEPEST = 64


def sha256(data):
    return hashlib.sha256(data).digest()


def digest(data):
    return hashlib.sha256(data).hexdigest()


def canonical_bytes(value):
    """The one spelling of a value that is inside the subset."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_canonical(data):
    """The value of canonical bytes; any second spelling is a fault."""
    try:
        value = json.loads(data.decode("utf-8", "strict"))
        check_subset(value, 0)
        again = canonical_bytes(value)
    except (ValueError, RecursionError) as error:
        raise Fault(f"not canonical JSON: {error}") from error
    require(again == data, "not canonical JSON: another spelling")
    return value


def check_subset(value, depth):
    if isinstance(value, (dict, list)):
        require(depth < DEEPEST, "not canonical JSON: nested too deep")
        for key in value if isinstance(value, dict) else []:
            require(KEY.fullmatch(key), f"not canonical JSON: key {key!r}")
        for item in value.values() if isinstance(value, dict) else value:
            check_subset(item, depth + 1)
    elif isinstance(value, str):
        require(unicodedata.is_normalized("NFC", value), "not canonical JSON: text not in normalization form C")
    elif not isinstance(value, bool):
        require(isinstance(value, int) and abs(value) <= LARGEST_NUMBER, f"not canonical JSON: {value!r}")


def from_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Fault(f"not base64: {error}") from error
    require(base64.b64encode(data).decode() == text, "not the one base64 spelling")
    return data


def check_fields(value, what, *names, optional=()):
    """A closed object: these fields, these optional ones, no others."""
    require(isinstance(value, dict), f"{what}: not an object")
    missing = set(names) - set(value)
    foreign = set(value) - set(names) - set(optional)
    require(not missing and not foreign, f"{what}: fields missing {sorted(missing)}, fields unknown {sorted(foreign)}")
