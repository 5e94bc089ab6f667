#!/usr/bin/env python3
"""Draws a Regulus draw record again. Needs Python 3.8 and nothing else; shares no code with Regulus.

usage: verify_draw.py FILE...    (one record a line, as GET /draws/<id>/record gives it)

What it does: README of inspection-service, "The draw record". Exit code 0: intact; 1: not, and it says what.
"""
import hashlib
import json
import re
import sys
from fractions import Fraction


def sha256(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode()).hexdigest()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def ticket(seed, id):
    digits = str(int(sha256(sha256(seed) + id), 16)).rjust(64, "0")
    return "0." + digits[::-1]


def shares(sizes, places):
    """How many of each stratum: shares below one become one; then whole parts; then the largest remainders."""
    takes, open_ = {}, dict(sizes)
    while True:
        total = sum(open_.values())
        small = [name for name, size in open_.items() if places * size < total]
        if not small:
            break
        for name in small:
            takes[name] = 1
            places -= 1
            del open_[name]
    for name, size in open_.items():
        takes[name] = places * size // total
    rest = places - sum(takes[name] for name in open_)
    for name in sorted(open_, key=lambda name: (-(places * open_[name] % total), name))[:rest]:
        takes[name] += 1
    return takes


def stratum(seed, units, take):
    certain, others = [], list(units)
    while len(certain) < take:
        places, total = take - len(certain), sum(weight for _, _, weight in others)
        sure = [unit for unit in others if places * unit[2] >= total]
        if not sure:
            break
        certain += sure
        others = [unit for unit in others if places * unit[2] < total]

    def drawn(units, is_certain):
        def place(unit):
            return (Fraction(ticket(seed, unit[0])) / unit[2], unit[0])
        return [(unit[0], unit[1], ticket(seed, unit[0]), is_certain) for unit in sorted(units, key=place)]
    return drawn(certain, True) + drawn(others, False)[:take - len(certain)]


def draw(seed, frame, size):
    strata = {}
    for unit in frame:
        strata.setdefault(unit[1], []).append(unit)
    takes = shares({name: len(units) for name, units in strata.items()}, size)
    sample = [one for name in sorted(strata) for one in stratum(seed, strata[name], takes[name])]
    return sample, [{"name": name, "size": len(strata[name]), "take": takes[name]} for name in sorted(strata)]


def unit(line):
    parts = line.split(",")
    return (parts[0], parts[1], int(parts[2])) if len(parts) == 3 else (line, "all", 1)


def seed_fault(rule, evidence, seed):
    if rule["kind"] == "dice":
        return None if re.fullmatch("[0-9]{20,200}", seed) else "result.seed: dice give 20 digits or more"
    if rule["kind"] == "beacon":
        same = sha256(bytes.fromhex(evidence["signature"])) == seed
        return None if same else "result.seed: it is not SHA-256 of the signature in result.evidence"
    revealed = {reveal["party"]: reveal for reveal in evidence["reveals"]}
    text = ""
    for party in rule["parties"]:
        reveal = revealed.get(party["name"])
        if reveal and sha256(reveal["nonce"] + reveal["share"]) != party["commitment"]:
            return "result.evidence.reveals: what %s reveals is not what it committed to" % party["name"]
        text += (reveal["share"] if reveal else evidence["dice"]) + "\n"
    return None if sha256(text) == seed else "result.seed: it is not SHA-256 of the shares in result.evidence"


def inspectors_fault(result, domain):
    load = {}
    if [one["caseId"] for one in result["inspectors"]] != [one["caseId"] for one in result["sample"]]:
        return "result.inspectors: not one entry for each case of the sample"
    for i, entry in enumerate(result["inspectors"]):
        out = {one["inspectorId"] for one in entry["excluded"]}
        seed = result["seed"] + domain + "|" + entry["caseId"]
        eligible = sorted((id for id in result["inspectorRegister"] if id not in out),
                          key=lambda id: (load.get(id, 0), ticket(seed, id)))
        drawn = eligible[:2] if len(eligible) >= 2 else []
        if entry["drawn"] != drawn:
            return "result.inspectors[%d]: computed %s" % (i, drawn)
        for id in drawn:
            load[id] = load.get(id, 0) + 1
    return None


def faults(text):
    try:
        record = json.loads(text)
        if record["format"] != "regulus-draw-record-2":
            return ["format: it is not regulus-draw-record-2"]
        return [fault for fault in checks(text, record) if fault]
    except (ValueError, KeyError, TypeError, AttributeError, ZeroDivisionError) as unreadable:
        return ["not a whole record: %r" % unreadable]


def checks(text, record):
    commitment, result, frame = record["commitment"], record["result"], record["frame"]
    if canonical(record) != text:
        yield "the text is not the canonical form of the record"
    for part in ("commitment", "result"):
        if sha256(canonical(record[part])) != record[part + "Digest"]:
            yield "%s: it does not have the digest in %sDigest" % (part, part)
    if (sha256("".join(line + "\n" for line in frame)) != commitment["frameDigest"]
            or len(frame) != commitment["frameSize"] or len(set(frame)) != len(frame)):
        yield "frame: it is not what commitment.frameDigest and frameSize say"
    yield seed_fault(commitment["seed"], result["evidence"], result["seed"])
    sample, strata = draw(result["seed"], [unit(line) for line in frame], commitment["sampleSize"])
    if strata != commitment["strata"]:
        yield "commitment.strata: computed %s" % strata
    theirs = [(one["caseId"], one["stratum"], one["ticket"], one["certain"]) for one in result["sample"]]
    if sample != theirs:
        first = next((i for i, (a, b) in enumerate(zip(sample, theirs)) if a != b), min(len(sample), len(theirs)))
        yield "result.sample[%d]: computed %s" % (first, sample[first] if first < len(sample) else "no more")
    yield inspectors_fault(result, commitment["inspectorDomain"])


def main(files):
    if not files:
        sys.exit(__doc__)
    records = intact = 0
    for file in files:
        with open(file, encoding="utf-8", newline="\n") as lines:
            for line in lines:
                records += 1
                found = faults(line.rstrip("\n"))
                intact += not found
                for fault in found:
                    print("NOT intact: record %d: %s" % (records, fault))
    print("%d of %d records intact" % (intact, records))
    sys.exit(0 if records and intact == records else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
