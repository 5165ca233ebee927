"""Keys and signatures (docs/FORMAT.md, section 3). openssl does the arithmetic; which points are sound is decided here."""
import concurrent.futures
import os
import subprocess
import tempfile

from canonical import digest, from_base64
from fault import require

P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
DER_PREFIX = bytes.fromhex("302a300506032b6570032100")
SMALL_ORDER = {
    0,
    1,
    P - 1,
    0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
    0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
}


def is_refused_point(raw):
    y = int.from_bytes(raw, "little") % 2**255
    return y >= P or y in SMALL_ORDER


def is_on_curve(raw):
    y = int.from_bytes(raw, "little") % 2**255
    x_squared = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    return pow(x_squared, (P - 1) // 2, P) in (0, 1)


def key_of(text):
    """A key as it is written, as its 32 raw bytes and its id; one that is not sound is a fault."""
    der = from_base64(text)
    require(len(der) == 44 and der[:12] == DER_PREFIX, "key: not an Ed25519 key")
    require(not is_refused_point(der[12:]) and is_on_curve(der[12:]), "key: not sound")
    return der[12:], digest(der)


def verify(key_text, signed, signature):
    """Whether the signature counts."""
    raw, _ = key_of(key_text)
    if len(signature) != 64 or is_refused_point(signature[:32]):
        return False
    with tempfile.TemporaryDirectory() as folder:
        write = lambda name, data: open(os.path.join(folder, name), "wb").write(data)
        write("key", DER_PREFIX + raw)
        write("signed", signed)
        write("signature", signature)
        command = "openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in signed -sigfile signature"
        return subprocess.run(command.split(), cwd=folder, capture_output=True, check=False).returncode == 0


def verify_all(jobs):
    """For many (key, signed, signature), several at once: the place of the first that does not count, or None."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        for at, counts in enumerate(threads.map(lambda job: verify(*job), jobs)):
            if not counts:
                return at
    return None
