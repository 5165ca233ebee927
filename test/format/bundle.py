"""What is in a bundle (docs/FORMAT.md, sections 11 and 12): its members, manifest, checkpoint, receipt and README.txt."""
import re

from canonical import canonical_bytes, check_fields, digest, from_base64, read_canonical, sha256
from envelopes import open_envelope, require_signature
from fault import require
from signatures import key_of, verify
from tree import grown, leaf_of, root_with

LEADING = ["README.txt", "summary.json", "definition.json", "journal.jsonl", "checkpoint"]
LEADING += ["results.csv", "datapackage.json", "results.nist.json"]
FORM_RENDERING, ERROR_REPORT = re.compile(r"form-3[4-9]B\.pdf"), "error-report.pdf"
MANIFEST = "manifest.json"
SCAN = re.compile(r"scans/([0-9a-f]{64})\.(jpg|png|pdf)")
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}


def check_members(names):
    require(names == in_order(names), "container: members missing or out of place")


def in_order(names):
    """The names of a bundle's members as they must stand."""
    forms = [name for name in names if FORM_RENDERING.fullmatch(name)][:1]
    reports = [name for name in names if name == ERROR_REPORT][:1]
    scans = sorted(name for name in names if SCAN.fullmatch(name))
    return [*LEADING, *forms, *reports, *scans, MANIFEST]


def read_manifest(members):
    envelope = open_envelope(read_canonical(members[MANIFEST]))
    manifest = envelope.said
    require(envelope.kind == "manifest" and manifest.get("kind") == "manifest", "manifest: another kind of envelope")
    check_fields(manifest, "manifest", "kind", "election", "journal", "contest", "edition", "device", "members")
    require_signature(envelope, manifest["device"], "manifest")
    actual = [{"name": name, "size": len(data), "sha256": digest(data)} for name, data in members.items() if name != MANIFEST]
    require(manifest["members"] == actual, "manifest: a member is not the file that was listed")
    return manifest


def origin_of(definition_id, journal, epoch):
    return f"countersign/{definition_id}/{journal[:16]}/{epoch}"


def check_checkpoint(data, key_text, origin=None):
    """Size and root of a checkpoint that this key signed, under this origin where one is expected."""
    text = data.decode()
    require(re.fullmatch(r"[^\n]+\n(0|[1-9][0-9]*)\n[^\n]+\n\n\u2014 [^\n ]+ [^\n ]+\n", text), "checkpoint: not six lines")
    named, size, root, _, last, _ = text.split("\n")
    _, name, sealed_text = last.split(" ")
    sealed, (raw, _) = from_base64(sealed_text), key_of(key_text)
    require(name == named and origin in (None, named), "checkpoint: another origin")
    require(len(sealed) == 68 and len(from_base64(root)) == 32, "checkpoint: lengths")
    require(sealed[:4] == sha256(named.encode() + b"\n\x01" + raw)[:4], "checkpoint: names another key")
    signed = f"{named}\n{size}\n{root}\n".encode()
    require(verify(key_text, signed, sealed[4:]), "checkpoint: the signature does not verify")
    return int(size), from_base64(root)


def check_receipt(data, journal, manifest, is_declared, lost):
    """That a receipt holds against the journal; and whether all that it says of this contest could be compared."""
    require(data.endswith(b"\n"), "receipts: no line feed at the end")
    receipt = read_canonical(data[:-1])
    fields = ["receipt", "checkpoint", "device", "lineSignature", "entries", "path"]
    check_fields(receipt, "receipt", *fields, optional=["earlier"])
    envelope = open_envelope(receipt["receipt"])
    require(envelope.kind == "receipt-issued", "receipts: another kind of act")
    require_signature(envelope, receipt["device"], "receipts")
    size, root = check_checkpoint(receipt["checkpoint"].encode(), receipt["device"])
    said, body = envelope.said, envelope.said["body"]
    require(body["head"] == {"size": size, "root": root.hex()}, "receipts: two heads")
    check_proof(receipt, said, size, root)
    check_line(receipt, said, envelope)
    require((said["election"], said["journal"]) == (manifest["election"], manifest["journal"]), "receipts: of another journal")
    require(receipt["device"] in journal.keys.values(), "receipts: signed by an unknown device")
    require(body["head"] not in lost, "receipts: a restore names this head as lost")
    require(size <= journal.tree.size or is_declared, "receipts: the journal ends before")
    require(size > journal.tree.size or journal.tree.roots[size] == root, "receipts: the journal had another history")
    digests = {act.digest for act in journal.acts}
    listed = [form for form in body["forms"] if form["contest"] == manifest["contest"] and form["seq"] < journal.tree.size]
    require(all(form["act"] in digests for form in listed), "receipts: an act is no longer in the journal")
    named = [form["act"] for form in body["forms"] if form["contest"] == manifest["contest"]]
    return size <= journal.tree.size or bool(named) and digests.issuperset(named)


def check_proof(receipt, said, size, head):
    """That the acts listed are entries under the head, and that the head began with the earlier one."""
    entries, path = receipt["entries"], [bytes.fromhex(one) for one in receipt["path"]]
    listed = [(form["seq"], form["act"]) for form in said["body"]["forms"]]
    acts = [open_envelope(entry["act"]) for entry in entries]
    require(listed == [(entry["seq"], act.digest) for entry, act in zip(entries, acts)], "receipts: other entries than the acts listed")
    require(all(act.said["by"]["person"] == said["body"]["agent"] for act in acts), "receipts: another agent's act")
    leaves = {entry["seq"]: leaf_of(canonical_bytes(entry)) for entry in entries}
    require(root_with(leaves, path, 0, size) == head and not path, "receipts: the entries are not under the head")
    if "earlier" in receipt:
        older, proof = bytes.fromhex(receipt["earlier"]["root"]), [bytes.fromhex(one) for one in receipt["earlier"]["proof"]]
        roots = grown(older, proof, receipt["earlier"]["size"], size)
        require(roots == (older, head) and not proof, "receipts: the journal did not only grow since the earlier one")


def check_line(receipt, said, envelope):
    device, head = key_of(receipt["device"])[0].hex(), said["body"]["head"]
    fields = ["countersign", "receipt", "2", said["election"], said["journal"], str(head["size"]), head["root"], envelope.digest, device]
    signed = ":".join(fields).upper().encode()
    require(verify(receipt["device"], signed, from_base64(receipt["lineSignature"])), "receipts: the line is not signed")


def readme(summary, summary_digest, state, edition):
    contest, totals, counts = summary["contest"], summary["totals"], summary["stationCounts"]
    stamps = ["REHEARSAL"] * (summary["election"]["kind"] == "rehearsal") + ["PROVISIONAL"] * (state != "declared")
    area, groups = summary["constituency"], re.findall("....", summary_digest)
    version = f"Form {contest['formB']}, version {summary['version']}"
    names = ["counted", "disregarded", "setAside", "notHeld", "postponed", "lost", "cancelled", "inHand", "awaited"]
    votes = zip(contest["candidates"], totals["votes"])
    lines = [
        *([" ".join(stamps), ""] if stamps else []),
        f"{contest['title']}, {area['name']} ({area['code']}), {summary['county']['name']}",
        f"{summary['election']['title']}, {summary['election']['date']}",
        f"{version}, {summary['word'] if state == 'declared' else state}, {edition} edition",
        "",
        f"Votes in {counts['counted']} of {len(summary['stations'])} stations, in ballot order:",
        *(f"  {one['number']}. {one['name']} ({one['party']}): {number}" for one, number in votes),
        f"  valid votes {totals['valid']}, rejected {totals['rejected']}, registered voters on these forms {totals['registered']}",
        "",
        "Stations: " + ", ".join(f"{name} {counts[name]}" for name in names),
        "",
        "Digest of summary.json (SHA-256), as on the papers:",
        "  " + " ".join(groups[:8]),
        "  " + " ".join(groups[8:]),
        "",
        "Check it yourself, without a network and without trusting this machine:",
        "  countersign verify BUNDLE --anchor COMMISSION.pub",
        "docs/FORMAT.md of Countersign describes every byte in here.",
        "",
    ]
    return "\n".join(lines).encode()
