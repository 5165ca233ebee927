"""An independent verifier of Countersign bundles, written from docs/FORMAT.md alone. Python's standard library; openssl
checks the signatures. The summary is derived again from the journal and compared byte for byte. Of section 14, what a person
has to judge is left out (`kind`, `declaration`, `people`), and `conduct`: the rules for what may be said when.

    python3 verify.py BUNDLE [--anchor COMMISSION.pub] [--receipt FILE]...

Prints each check. Exit code: 0 if none failed, 1 if one did, 2 for unusable arguments.
"""
import argparse
import sys

# Leaves no __pycache__ beside the documents it checks.
sys.dont_write_bytecode = True

from bundle import EXTENSIONS, FORM_RENDERING, SCAN, check_checkpoint, check_members, check_receipt, origin_of, read_manifest, readme
from canonical import canonical_bytes, digest, read_canonical
from container import read_container
from definition import read_definition
from fault import Fault, require
from open_data import open_data
from counts import is_count
from following import State
from journal import read_journal
from signatures import verify_all
from summary import lacking_of, summarise, totals_of


def passed(check, detail):
    print(f"passed  {check:12} {detail}")


def verify_bundle(data, anchor, receipts):
    listed = read_container(data)
    check_members([name for name, _ in listed])
    members = dict(listed)
    passed("container", f"{len(members)} members, one encoding")
    manifest = read_manifest(members)
    definition, election = read_definition(members["definition.json"])
    passed("definition", f"{definition['title']}, digest {election}")
    check_anchor(definition, anchor)
    journal = check_journal(members, manifest, election)
    check_head(members, manifest, definition, journal)
    state, summary, stands = check_summary(members, manifest, journal, State(definition), election)
    check_totals(members["summary.json"])
    check_lines(journal, state)
    check_scans(members, manifest, state)
    page = readme(summary, digest(members["summary.json"]), stands, manifest["edition"])
    require(members["README.txt"] == page, "readme: another text")
    passed("readme", "as the summary gives it")
    check_open_data(members, summary, stands)
    witnesses = [check_receipt(receipt, journal, manifest, stands == "declared", state.lost) for receipt in receipts]
    if all(witnesses):
        passed("receipts", f"{len(receipts)} receipts hold")
    else:
        print("not checked  receipts: one is of a later time, and not all that it lists is here")
    check_signatures(journal)
    print(f"{stands}: {summary['contest']['title']}, votes {' / '.join(map(str, summary['totals']['votes']))}")


def check_anchor(definition, anchor):
    if anchor is not None:
        written = "".join(line for line in anchor.splitlines() if not line.startswith("-----"))
        require(written == definition["commission"]["key"], "anchor: the definition is signed by another key")
        passed("anchor", "the definition is signed by the key given")


def check_journal(members, manifest, election):
    journal = read_journal(members["journal.jsonl"], manifest["contest"])
    require(manifest["election"] == election, "journal: the manifest names another election")
    for act in journal.acts:
        require(act.election == election, f"journal: entry {act.seq} is of another election")
        require(act.journal == manifest["journal"], f"journal: entry {act.seq} is of another journal")
    require(journal.device == manifest["device"], "manifest: signed by a device that is not the one of this journal")
    passed("manifest", f"{len(manifest['members'])} members as listed, signed by the device")
    passed("journal", f"{journal.tree.size} entries, {journal.hidden} of them of other contests; every signer saw this history")
    return journal


def check_head(members, manifest, definition, journal):
    origin = origin_of(definition["id"], manifest["journal"], journal.epoch)
    head = check_checkpoint(members["checkpoint"], manifest["device"], origin)
    require(head == (journal.tree.size, journal.tree.root()), "checkpoint: signed for another head")
    passed("checkpoint", f"root {journal.tree.root().hex()}")


def check_summary(members, manifest, journal, state, election):
    """Derives the summary again: that of the version shown, else a provisional account."""
    state.election, state.summarise, contest = election, summarise, manifest["contest"]
    for act in journal.acts:
        state.follow(act)
    stands, version = version_shown(read_canonical(members["summary.json"]), journal, state, contest)
    if version is not None:
        summary = version["content"]
        require(digest(canonical_bytes(summary)) == version["digest"], "summary: not the one that was signed")
    else:
        head = {"size": journal.tree.size, "root": journal.tree.root().hex()}
        summary = summarise(state, contest, 0, {"at": state.at, "head": head})
    require(canonical_bytes(summary) == members["summary.json"], "summary: not what the journal gives")
    passed("summary", f"derived again, byte for byte, digest {digest(members['summary.json'])}")
    return state, summary, stands


def version_shown(written, journal, state, contest):
    """At the confirmation of a restore the declared version that the summary names; else the ready one, else the declared one."""
    named = [one for (of, number, _), one in state.once_declared.items() if (of, number) == (contest, written["version"])]
    if named and state.restored_at == journal.tree.size - 1:
        return "declared", named[0]
    if contest in state.ready:
        return "ready", state.ready[contest]
    return ("declared", state.declared[contest]) if contest in state.declared else ("provisional", None)


def check_totals(data):
    """Adds up the summary as written, independently of where it came from."""
    summary = read_canonical(data)
    counted = [line["form"]["figures"] for line in summary["stations"] if line["disposition"] == "counted"]
    require(all(is_count(number) for number in summary["totals"]["votes"]), "totals: not counts")
    require(summary["totals"] == totals_of(summary["contest"], counted), "totals: the stations do not add up")
    require(summary["lacking"] == lacking_of(summary["contest"], counted), "totals: forms that lack a row")
    passed("totals", f"{len(counted)} counted forms add up")


def check_lines(journal, state):
    """Of `declaration` only this: that each official signed the line of totals as well."""
    bad = verify_all([(journal.keys[key], line, signature) for _, key, line, signature in state.lines])
    if bad is not None:
        raise Fault(f"declaration: {state.lines[bad][0]} did not sign the line of totals")


def check_scans(members, manifest, state):
    present = [name for name in members if SCAN.fullmatch(name)]
    scans = [scan for form in state.forms.values() if form.contest == manifest["contest"] for scan in form.scans]
    expected = {f"scans/{scan['scan']}.{EXTENSIONS[scan['mediaType']]}" for scan in scans}
    if manifest["edition"] == "public":
        require(not present, "scans: in a public edition")
        return
    require(set(present) == expected, "scans: others than the journal names")
    require(all(digest(members[name]) == SCAN.fullmatch(name)[1] for name in present), "scans: altered")
    passed("scans", f"{len(present)} scans as attached")


def check_open_data(members, summary, stands):
    for name, data in open_data(summary, digest(members["summary.json"]), stands).items():
        require(members[name] == data, f"open-data: {name} is not what the summary gives")
    renderings = [name for name in members if FORM_RENDERING.fullmatch(name)]
    require(renderings in ([], [f"form-{summary['contest']['formB']}.pdf"]), "container: a paper of another form")
    passed("open-data", "as the summary gives it")


def check_signatures(journal):
    bad = verify_all(journal.jobs)
    require(bad is None, f"signatures: entry {journal.acts[bad or 0].seq} does not verify")
    passed("signatures", f"{len(journal.jobs)} signatures verify")


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("bundle", type=argparse.FileType("rb"))
    arguments.add_argument("--anchor", type=argparse.FileType("r"))
    arguments.add_argument("--receipt", type=argparse.FileType("rb"), action="append", default=[])
    given = arguments.parse_args()
    try:
        anchor = None if given.anchor is None else given.anchor.read()
        verify_bundle(given.bundle.read(), anchor, [receipt.read() for receipt in given.receipt])
    except Fault as fault:
        print(f"FAILED  {fault}")
        return 1
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, StopIteration, RecursionError) as error:
        print(f"FAILED  content: {type(error).__name__} {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
