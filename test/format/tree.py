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


def half_of(size):
    """Where a tree of more than one leaf divides."""
    return 1 << (size - 1).bit_length() - 1


def root_with(leaves, path, first, size):
    """The root over `size` places from `first` on; what stands between the leaves given is taken from the path, left to right."""
    if not any(first <= place < first + size for place in leaves):
        return path.pop(0)
    if size == 1:
        return leaves[first]
    left = root_with(leaves, path, first, half_of(size))
    return node_of(left, root_with(leaves, path, first + half_of(size), size - half_of(size)))


def grown(older, proof, old, size, is_whole=True):
    """The roots before and now that a consistency proof leads to; `older` is the verifier's own."""
    if old == size:
        both = older if is_whole else proof.pop(0)
        return both, both
    if old <= half_of(size):
        before, now = grown(older, proof, old, half_of(size), is_whole)
        return before, node_of(now, proof.pop(0))
    before, now = grown(older, proof, old - half_of(size), size - half_of(size), False)
    left = proof.pop(0)
    return node_of(left, before), node_of(left, now)
