"""Following a journal (docs/FORMAT.md, section 8): the state from which the summary is derived. Whether each act was allowed
when it was said is not judged here; that is the check `conduct`, which needs the whole of section 8."""
from canonical import canonical_bytes, check_fields, from_base64, read_canonical
from definition import named_in, rows_of
from envelopes import open_envelope, require_signature
from fault import require
from signatures import key_of
from totals_line import statement

NOT_STARTED = {"version": "not started", "digest": "0" * 64}
ALWAYS_TWO = ("centre-opened", "centre-closed", "backup-restored", "accreditation-revoked", "correction-opened")


class Form:
    """One paper: what is typed and established on its current revision, and what was said of it."""

    def __init__(self, act):
        body = act.body
        self.id, self.contest, self.station = body["form"], body["contest"], body["station"]
        self.particulars, self.scan_absent = body["particulars"], body.get("scanAbsent")
        self.received_by, self.revision, self.scans = act.person, body["revision"], []
        self.start("received")

    def start(self, stage):
        """A new revision: nothing is typed, ruled, answered."""
        self.stage, self.typings, self.figures, self.decisions = stage, [], None, None
        self.forget()

    def forget(self):
        self.rulings, self.answers, self.closings, self.opened, self.accepted = [], [], [], None, None


class State:
    def __init__(self, definition):
        self.definition = definition
        self.contests = {contest["id"]: contest for contest in definition["contests"]}
        self.stations = {station["code"]: station for station in definition["stations"]}
        self.journal, self.at, self.software = None, None, NOT_STARTED
        self.people, self.enrolments, self.proposals = {}, {}, {}
        self.certified, self.compromised = set(), set()
        self.forms, self.closed, self.turnout = {}, {}, {}
        self.ready, self.declared, self.once_declared = {}, {}, {}
        # Where the last restore was confirmed, and the heads that restores name as lost.
        self.restored_at, self.lost = None, []
        # Who signed which line of totals with which key, and the signature.
        self.lines = []
        self.summarise = None

    def forms_of(self, contest, station):
        return [form for form in self.forms.values() if form.contest == contest and form.station == station]

    def follow(self, act):
        """Takes the next act that is shown; a summary that is prepared is derived from the state before it."""
        self.at = act.at
        if needs_two(self, act):
            self.proposals[act.digest] = act
        elif act.kind == "act-confirmed":
            require(act.body["act"] in self.proposals, f"conduct: entry {act.seq} confirms nothing that waits")
            proposal = self.proposals.pop(act.body["act"])
            if proposal.kind == "backup-restored":
                self.restored_at, self.lost = act.seq, self.lost + proposal.body["later"]
            self.take_effect(proposal)
        else:
            self.take_effect(act)

    def take_effect(self, act):
        effect = EFFECTS.get(act.kind)
        if effect is not None:
            effect(self, act)
        elif "form" in act.body:
            FORM_EFFECTS[act.kind](self.forms[act.body["form"]], act, self)


def needs_two(state, act):
    if act.kind not in ("person-admitted", "key-replaced"):
        return act.kind in ALWAYS_TWO
    enrolment = state.enrolments[act.body["enrolment"]]
    is_certified = enrolment.body["person"]["role"] in ("ro", "dro") and enrolment.key in state.certified
    # A key is replaced under the same rule as an admission by certificate.
    basis = act.body.get("basis", "certificate")
    return not (basis == "definition" or (basis == "certificate" and is_certified))


# ---- the centre and its people


def create(state, act):
    state.journal = act.body["journal"]


def admit(state, act):
    person = state.enrolments[act.body["enrolment"]].body["person"]
    party = (named_in(state.definition, person["id"]) or {}).get("party", act.body.get("party"))
    state.people[person["id"]] = {**person, "party": party, "keyid": state.enrolments[act.body["enrolment"]].key}


def replace_key(state, act):
    enrolment = state.enrolments[act.body["enrolment"]]
    person = enrolment.body["person"]
    state.people[person["id"]].update(key=person["key"], keyid=enrolment.key)
    if act.body["cause"] == "compromised":
        state.compromised.add(act.body["oldKey"])


def record_certificate(state, act):
    certificate = open_envelope(read_canonical(act.body["certificate"].encode()))
    state.certified.add(key_of(certificate.said["key"])[1])


def acknowledge(state, act):
    envelope = open_envelope(read_canonical(act.body["receipt"].encode()))
    said = envelope.said
    optional = ["certificate"]
    check_fields(said, "acknowledgement", "signer", "election", "journal", "contest", "version", "summary", "at", "by", optional=optional)
    require(envelope.kind == "acknowledgement", "conduct: another kind of envelope than an acknowledgement")
    require_signature(envelope, said["signer"], "conduct")
    require(said["election"] == state.election and said["journal"] == state.journal, "conduct: an acknowledgement from elsewhere")
    if said["signer"] != state.definition["commission"]["key"]:
        check_voucher(state, said)
    named = (act.body["contest"], act.body["version"], said["summary"])
    require((said["contest"], said["version"], said["summary"]) == named, "conduct: an acknowledgement of another version")
    require(named in state.once_declared, "conduct: an acknowledgement of what was not declared")


def check_voucher(state, said):
    envelope = open_envelope(read_canonical(said["certificate"].encode()))
    require(envelope.kind == "certificate", "conduct: another kind of envelope than a certificate")
    check_fields(envelope.said, "certificate", "key", "signer", optional=["election"])
    require_signature(envelope, state.definition["commission"]["key"], "conduct")
    require(envelope.said["key"] == said["signer"], "conduct: a certificate for another key")
    require(envelope.said.get("election", state.election) == state.election, "conduct: a certificate of another election")


def suspend(state, act):
    if act.body["compromised"]:
        state.compromised.add(state.people[act.body["person"]]["keyid"])


def record_turnout(state, act):
    state.turnout.setdefault(act.body["station"], {})[act.body["source"]] = act.body["voters"]


# ---- contests


def result_of(act):
    return act.body["contest"], act.body["station"]


def prepare(state, act):
    contest = act.body["contest"]
    version, reason = act.body["version"], act.body.get("reason")
    content = state.summarise(state, contest, version, {"at": act.at, "by": act.person, "head": act.saw}, reason)
    state.ready[contest] = {"version": version, "digest": act.body["digest"], "content": content}


def sign(state, act):
    version = state.ready[act.body["contest"]]
    line = statement(version["content"], version["digest"])
    state.lines.append((act.person, act.key, line, from_base64(act.body["lineSignature"])))


def withdraw(state, act):
    digest = state.ready.pop(act.body["contest"])["digest"]
    state.lines = [line for line in state.lines if digest.upper().encode() not in line[2]]


def declare(state, act):
    contest = act.body["contest"]
    state.declared[contest] = state.ready.pop(contest)
    version = state.declared[contest]
    state.once_declared[(contest, version["version"], version["digest"])] = version


EFFECTS = {
    "centre-created": create,
    "app-started": lambda state, act: setattr(state, "software", act.body),
    "person-enrolled": lambda state, act: state.enrolments.update({act.digest: act}),
    "person-admitted": admit,
    "key-replaced": replace_key,
    "certificate-recorded": record_certificate,
    "acknowledgement-recorded": acknowledge,
    "person-suspended": suspend,
    "turnout-recorded": record_turnout,
    "form-received": lambda state, act: state.forms.update({act.body["form"]: Form(act)}),
    "result-closed": lambda state, act: state.closed.update({result_of(act): act}),
    "closing-withdrawn": lambda state, act: state.closed.pop(result_of(act)),
    "summary-prepared": prepare,
    "summary-withdrawn": withdraw,
    "summary-signed": sign,
    "summary-declared": declare,
}


# ---- one form


def type_figures(form, act, state):
    form.typings.append(act)
    if len(form.typings) == 1:
        form.stage = "entered once"
        return
    rows = rows_of(state.contests[form.contest])
    typed = [typing.body["figures"] for typing in form.typings]
    established = {row: compare([figures[row] for figures in typed if row in figures]) for row in rows}
    decisions = compare([canonical_bytes(typing.body["decisions"]) for typing in form.typings if "decisions" in typing.body])
    if None in established.values() or decisions is None:
        form.stage = "differing"
        return
    form.stage, form.figures = "agreed", established
    form.decisions = next(t.body["decisions"] for t in form.typings if canonical_bytes(t.body.get("decisions")) == decisions)


def compare(values):
    """The first value that is said a second time and is not unreadable; else unreadable, if that is; else None."""
    twice = [value for at, value in enumerate(values) if value in values[:at]]
    readable = [value for value in twice if value != "unreadable"]
    return next(iter(readable or twice), None)


def open_form(form, act, _state):
    form.stage, form.opened = "open", act


def accept(form, act, _state):
    form.stage, form.accepted = "accepted", act


def reopen(form, act, _state):
    if act.body["keep"] == "none":
        form.start("received")
    else:
        form.stage = "agreed"
        form.forget()
    form.revision = act.body["revision"]


def set_aside(form, act, _state):
    form.former, form.stage, form.aside = form.stage, "set aside", act


def bring_back(form, _act, _state):
    form.stage = form.former


FORM_EFFECTS = {
    "particulars-amended": lambda form, act, _state: setattr(form, "particulars", act.body["particulars"]),
    "scan-attached": lambda form, act, _state: form.scans.append(act.body),
    "entry-sealed": type_figures,
    "reading-sealed": type_figures,
    "finding-ruled": lambda form, act, _state: form.rulings.append(act),
    "form-opened": open_form,
    "signoff-given": lambda form, act, _state: form.answers.append(act),
    "signoff-closed": lambda form, act, _state: form.closings.append(act),
    "form-accepted": accept,
    "late-remark": lambda form, act, _state: None,
    "form-reopened": reopen,
    "form-set-aside": set_aside,
    "form-brought-back": bring_back,
}
