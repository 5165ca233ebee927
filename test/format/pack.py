"""An independent packer, written from docs/FORMAT.md alone: puts the container of a bundle together again from its unpacked folder.

    python3 pack.py FOLDER BUNDLE
"""
import pathlib
import sys

# Leaves no __pycache__ beside the bundle's folder.
sys.dont_write_bytecode = True

from bundle import in_order
from container import encode_container


def main(folder, bundle):
    root = pathlib.Path(folder)
    names = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    members = [(name, (root / name).read_bytes()) for name in in_order(names)]
    pathlib.Path(bundle).write_bytes(encode_container(members))


if __name__ == "__main__":
    main(*sys.argv[1:])
