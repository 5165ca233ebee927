"""The election definition (docs/FORMAT.md, section 5)."""
from canonical import check_fields, read_canonical
from envelopes import open_envelope, require_signature
from fault import require
from signatures import key_of

FIELDS = (
    "id title date kind commission county constituency stationCap thresholds responseMinutes soloMinutes "
    "agentsPerParty wallShowsTotals wards stations contests parties agents officials"
).split()
COUNT_ROWS = ["registered", "rejected", "objected", "disputed", "valid"]


def read_definition(data):
    """The definition's content and digest. Its signer is the commission that it names itself."""
    envelope = open_envelope(read_canonical(data))
    require(envelope.kind == "definition", "definition: another kind of envelope")
    check_fields(envelope.said, "definition", *FIELDS)
    check_content(envelope.said)
    require_signature(envelope, envelope.said["commission"]["key"], "definition")
    return envelope.said, envelope.digest


def check_content(content):
    people = content["agents"] + content["officials"]
    holders = [content["commission"], *content["parties"], *people]
    keys = [holder["key"] for holder in holders if "key" in holder]
    wards = [ward["code"] for ward in content["wards"]]
    contests = [contest["id"] for contest in content["contests"]]
    require_once("ward", wards)
    require_once("contest", contests)
    require_once("station", [station["code"] for station in content["stations"]])
    require_once("person", ["device", *(person["id"] for person in people)])
    require_once("party", [party["name"] for party in content["parties"]])
    require_once("key", keys)
    for key in keys:
        key_of(key)
    places = [place["ward"] for place in content["stations"] + content["contests"] if "ward" in place]
    require(set(places) <= set(wards), "definition: a ward that is not listed")
    require(all(set(agent["contests"]) <= set(contests) for agent in content["agents"]), "definition: a contest that is not listed")
    require(any(official["role"] == "ro" for official in content["officials"]), "definition: no returning officer")
    for contest in content["contests"]:
        check_contest(contest)


def require_once(what, values):
    require(len(values) == len(set(values)), f"definition: a {what} stands twice")


def check_contest(contest):
    check_fields(contest, "contest", "id", "title", "formA", "formB", "candidates", optional=["ward"])
    numbers = [candidate["number"] for candidate in contest["candidates"]]
    require(numbers == sorted(set(numbers)) and numbers[0] >= 1, "definition: not in ballot order")
    require(contest["formA"][:2] == contest["formB"][:2], "definition: forms that do not belong together")


def contest_in(content, contest_id):
    found = [contest for contest in content["contests"] if contest["id"] == contest_id]
    require(found, f"definition: no contest {contest_id}")
    return found[0]


def stations_of(content, contest):
    return [station for station in content["stations"] if contest.get("ward", station["ward"]) == station["ward"]]


def candidate_rows(contest):
    return [f"candidate{candidate['number']}" for candidate in contest["candidates"]]


def rows_of(contest):
    return [*candidate_rows(contest), "tableTotal", *COUNT_ROWS]


def named_in(content, person):
    """What the definition says of a person: role, name as the journal shows it, party and key where there are any."""
    for official in content["officials"]:
        if official["id"] == person:
            return {**official, "name": person if official["role"] == "clerk" else official["name"]}
    for agent in content["agents"]:
        if agent["id"] == person:
            return {**agent, "role": "agent"}
    return None


def is_named_for(agent, contest_id):
    return agent["contests"] == [] or contest_id in agent["contests"]
