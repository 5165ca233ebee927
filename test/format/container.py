"""The container (docs/FORMAT.md, section 13): a ZIP file with one encoding only, written and read."""
import re
import struct
import zlib

from fault import require

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")
LONGEST_NAME = 200
MOST_MEMBERS = 65534
END_LENGTH = 22
LOCAL, DIRECTORY, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def common_fields(name, size, checksum):
    """What the local header and the directory entry of a member say alike."""
    return struct.pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x0021, checksum, size, size, len(name), 0)


def local_header(name, size, checksum):
    return LOCAL + common_fields(name, size, checksum) + name


def directory_entry(name, size, checksum, offset):
    absent = struct.pack("<HHHI", 0, 0, 0, 0)
    return DIRECTORY + struct.pack("<H", 20) + common_fields(name, size, checksum) + absent + struct.pack("<I", offset) + name


def end_record(members, size, offset):
    return END + struct.pack("<HHHHIIH", 0, 0, members, members, size, offset, 0)


def encode_container(members):
    """The bytes of a container of these (name, bytes) in this order."""
    body, directory, seen = bytearray(), bytearray(), set()
    for name, data in members:
        require(NAME.fullmatch(name) and len(name) <= LONGEST_NAME and name not in seen, f"member name {name!r}")
        seen.add(name)
        record = (name.encode(), len(data), zlib.crc32(data))
        directory += directory_entry(*record, len(body))
        body += local_header(*record) + data
    return bytes(body + directory + end_record(len(seen), len(directory), len(body)))


def read_container(data):
    """The members of a container as (name, bytes), in order. Whatever would not be written so again is a fault."""
    members = [(name, data[start : start + size]) for name, start, size in places(data)]
    require(encode_container(members) == data, "container: another encoding")
    return members


def places(data):
    """Where the directory says that each member's own bytes begin, and how many they are. Nothing is checked yet."""
    require(len(data) >= END_LENGTH, "container: too short")
    count, _, size, offset = struct.unpack_from("<HHII", data, len(data) - END_LENGTH + 8)
    require(count <= MOST_MEMBERS and offset + size == len(data) - END_LENGTH, "container: end record")
    at, start = offset, 0
    for _ in range(count):
        require(at + 46 <= offset + size, "container: directory cut short")
        member_size, name_length = struct.unpack_from("<IH", data, at + 24)
        name = data[at + 46 : at + 46 + name_length]
        require(name.isascii() and start + 30 + len(name) + member_size <= offset, "container: directory entry")
        yield name.decode(), start + 30 + len(name), member_size
        at, start = at + 46 + name_length, start + 30 + len(name) + member_size
