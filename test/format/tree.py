"""The journal's tree (docs/FORMAT.md, section 7), grown leaf by leaf."""
from canonical import sha256


def leaf_of(entry):
    return sha256(b"\0" + entry)


def node_of(left, right):
    return sha256(b"\1" + left + right)


class Tree:
    """Keeps the roots of its complete subtrees, largest first, and every root it ever had."""

    def __init__(self):
        self.size = 0
        self.peaks = []
        self.roots = [sha256(b"")]

    def append(self, leaf):
        size = self.size
        while size % 2 == 1:
            leaf = node_of(self.peaks.pop(), leaf)
            size //= 2
        self.peaks.append(leaf)
        self.size += 1
        self.roots.append(self.root())

    def root(self):
        *lefts, root = self.peaks
        for left in reversed(lefts):
            root = node_of(left, root)
        return root
