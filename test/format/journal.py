"""The journal as a bundle shows it (docs/FORMAT.md, sections 6, 7 and 12): places, heads, signers, and what may be hidden."""
import re
from collections import namedtuple

from canonical import check_fields, read_canonical
from envelopes import open_envelope
from fault import require
from signatures import key_of
from tree import Tree, leaf_of

LEAF = re.compile(r"[0-9a-f]{64}")
Act = namedtuple("Act", "seq kind digest person role key at saw body election journal envelope")


class Journal:
    """The acts shown, the tree over all entries, the keys introduced, and the signatures to verify."""

    def __init__(self):
        self.acts = []
        self.tree = Tree()
        self.keys = {}
        self.jobs = []
        self.hidden = 0
        self.device = None
        self.epoch = 0


def read_journal(data, contest):
    require(data.endswith(b"\n"), "journal: the last line is cut short")
    journal, proposals = Journal(), {}
    for number, line in enumerate(data.split(b"\n")[:-1]):
        value = read_canonical(line)
        if "leaf" in value:
            read_hidden(journal, value, number)
        else:
            follow(journal, read_act(value, number), leaf_of(line), shown_in(contest, proposals))
    held = next((act.body["contests"] for act in journal.acts if act.kind == "centre-created"), [])
    require(journal.hidden == 0 or len(held) > 1, "journal: an entry is hidden, though the centre holds one contest only")
    return journal


def read_hidden(journal, value, number):
    check_fields(value, "hidden line", "leaf", "seq")
    require(value["seq"] == number and LEAF.fullmatch(value["leaf"]), f"journal: line {number} is out of place")
    journal.tree.append(bytes.fromhex(value["leaf"]))
    journal.hidden += 1


def read_act(value, number):
    check_fields(value, "entry", "act", "at", "seq")
    envelope = open_envelope(value["act"])
    said = envelope.said
    check_fields(said, "act", "election", "journal", "kind", "by", "at", "saw", "body")
    check_fields(said["by"], "by", "person", "role", "key")
    check_fields(said["saw"], "saw", "size", "root")
    require(value["seq"] == number, f"journal: entry {value['seq']} at place {number}")
    require(said["kind"] == envelope.kind, f"journal: entry {number} is of another kind than its envelope")
    require(said["by"]["key"] == envelope.keyid, f"journal: entry {number} names another key than its envelope")
    require(said["at"] == value["at"], f"journal: entry {number} and its act name different times")
    by = said["by"]
    names = (by["person"], by["role"], by["key"])
    rest = (said["at"], said["saw"], said["body"], said["election"], said["journal"], envelope)
    return Act(number, envelope.kind, envelope.digest, *names, *rest)


def follow(journal, act, leaf, is_shown):
    saw = act.saw["size"]
    require(0 <= saw <= act.seq and journal.tree.roots[saw].hex() == act.saw["root"], f"history: entry {act.seq} saw another head")
    require(is_shown(act), f"journal: entry {act.seq} concerns another contest and should not be shown")
    journal.tree.append(leaf)
    introduce(journal, act)
    key = journal.keys.get(act.key)
    require(key is not None, f"signatures: nothing introduced the key of entry {act.seq}")
    journal.jobs.append((key, act.envelope.signed, act.envelope.signature))
    journal.acts.append(act)


def introduce(journal, act):
    body = act.body
    own = {"centre-created": lambda: body["officer"], "person-enrolled": lambda: body["person"]["key"]}.get(act.kind)
    if own is not None:
        require(key_of(own())[1] == act.key, f"signatures: entry {act.seq} introduces another key than its signer's")
        journal.keys[act.key] = own()
    if act.kind in ("centre-created", "backup-restored"):
        journal.device = body["device"]
        journal.epoch += 1
        journal.keys[key_of(journal.device)[1]] = journal.device


def shown_in(contest, proposals):
    """Whether an act concerns no other contest than this; corrections that were proposed are remembered."""

    def is_shown(act):
        concerned = concerns(act, proposals)
        if act.kind == "correction-opened":
            proposals[act.digest] = concerned
        return all(one == contest for one in concerned)

    return is_shown


def concerns(act, proposals):
    body = act.body
    if "form" in body:
        return [contest_of_form(body["form"])]
    if act.kind in ("act-confirmed", "proposal-withdrawn"):
        return proposals.get(body["act"], [])
    if act.kind == "receipt-issued":
        return []
    return [body["contest"]] if "contest" in body else []


def contest_of_form(form):
    return ".".join(form.split(".")[:-2])
