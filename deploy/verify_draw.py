#!/usr/bin/env python3
"""Draws a Regulus draw record again. Needs Python 3.8 and nothing else; shares no code with Regulus.

usage: verify_draw.py RECORD [FRAME]    (RECORD: one record a line, as GET /draws/<id>/record gives it; its replacements in the
                                         lines after it, as GET /draws/<id>/replacements gives them, and then those of
                                         GET /draws/<id>/inspector-replacements; FRAME: what
                                         GET /draws/<id>/frame gives, or a folder in which it has its SHA-256 as name;
                                         not for records of before, which have the frame in them)

The frame is read line by line, twice, and never held.

What it does: README of inspection-service, "The draw record". Exit code 0: intact; 1: not, and it says what.
"""
import hashlib
import heapq
import json
import os
import re
import sys
from math import gcd


RECORD = "regulus-draw-record-4"
WITH_FRAME, WITH_FRAME_AND_CLASSES = "regulus-draw-record-2", "regulus-draw-record-3"
REPLACEMENT = "regulus-draw-replacement-1"
INSPECTOR_REPLACEMENT = "regulus-inspector-replacement-1"


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


class Frame:
    """The lines of a frame, each time from the beginning: of the record, or of a file."""

    def __init__(self, lines=None, file=None):
        self.lines, self.file = lines, file

    def __iter__(self):
        if self.file is None:
            yield from self.lines
            return
        with open(self.file, "rb") as raw:
            for line in raw:
                if not line.endswith(b"\n"):
                    raise ValueError("the last line of the frame has no line feed")
                yield line[:-1].decode()


def read(frame, rules):
    """Digest and size, how many units of each weight each stratum has, and what does not fit the rules."""
    digest, size, last, ordered, weights, misfit = hashlib.sha256(), 0, "", True, {}, None
    asked = rules["weightBy"] == "credit-class" or "credit-class" in rules["strataBy"]
    for line in frame:
        digest.update(line.encode() + b"\n")
        one = unit(line)
        ordered, last = ordered and one[0] > last, one[0]
        if misfit is None and not (fits(one, rules) if asked else one[3] == ""):
            misfit = "frame[%d]: its credit class does not fit commitment.frameRules" % size
        counts = weights.setdefault(one[1], {})
        counts[one[2]] = counts.get(one[2], 0) + 1
        size += 1
    return {"digest": digest.hexdigest(), "size": size, "ordered": ordered, "weights": weights, "misfit": misfit,
            "asked": asked}


def certain_from(counts, take):
    """From which weight on a unit is in every sample: round after round, those heavy enough for a chance of 1 among the others."""
    threshold, certain = None, 0
    while certain < take:
        others = {weight: count for weight, count in counts.items() if threshold is None or weight < threshold}
        total = sum(weight * count for weight, count in others.items())
        sure = [weight for weight in others if (take - certain) * weight >= total]
        if not sure:
            break
        threshold = min(sure)
        certain += sum(others[weight] for weight in sure)
    return threshold


def first(seed, frame, weights, takes, most):
    """The first ones of each stratum that is asked for, by stratum: certain ones first, then by ticket / weight, then by id."""
    held, scale, certain = {}, {}, {}
    for name in most:
        held[name], scale[name], certain[name] = [], 1, certain_from(weights[name], takes[name])
        for weight in weights[name]:
            scale[name] = scale[name] * weight // gcd(scale[name], weight)
    prefix = sha256(seed)
    for i, line in enumerate(frame):
        one = unit(line)
        name = one[1]
        if name not in held:
            continue
        digits = str(int(sha256(prefix + one[0]), 16)).rjust(64, "0")[::-1]
        sure = certain[name] is not None and one[2] >= certain[name]
        # whole numbers in place of fractions: 78 digits of the ticket times the least common multiple of the weights, by the weight
        placed = int(digits.ljust(78, "0")) * (scale[name] // one[2])
        item = (sure, -placed, -i, one, "0." + digits)
        if len(held[name]) < most[name]:
            heapq.heappush(held[name], item)
        elif item[:3] > held[name][0][:3]:
            heapq.heapreplace(held[name], item)
    return {name: [(one[0], one[1], ticket, sure) for sure, _, _, one, ticket in sorted(items, reverse=True)]
            for name, items in held.items()}


def allotted(weights, size):
    return shares({name: sum(counts.values()) for name, counts in weights.items()}, size)


def draw(seed, frame, weights, size):
    takes = allotted(weights, size)
    drawn = first(seed, frame, weights, takes, takes)
    strata = [{"name": name, "size": sum(weights[name].values()), "take": takes[name]} for name in sorted(weights)]
    return [one for name in sorted(weights) for one in drawn[name]], strata


def unit(line):
    parts = line.split(",")
    if len(parts) < 3:
        return (line, "all", 1, "")
    return (parts[0], parts[1], int(parts[2]), parts[3] if len(parts) == 4 else "")


def fits(one, rules):
    """Whether stratum and weight of a unit are what the published rules make of its credit class."""
    _, stratum, weight, credit = one
    return (credit in ("A", "B", "C", "D", "none")
            and (rules["weightBy"] != "credit-class" or rules["creditRatios"][credit] == weight)
            and ("credit-class" not in rules["strataBy"]
                 or stratum.split("/")[rules["strataBy"].index("credit-class")] == credit))


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


def two(register, entry, seed, load):
    out = {one["inspectorId"] for one in entry["excluded"]}
    eligible = sorted((id for id in register if id not in out),
                      key=lambda id: (load.get(id, 0), ticket(seed + "|" + entry["caseId"], id)))
    return eligible[:2] if len(eligible) >= 2 else []


def register_fault(commitment, part, place):
    """Draws of before committed to no register."""
    committed = commitment.get("inspectorRegister", part["inspectorRegister"])
    return None if committed == part["inspectorRegister"] else place + ".inspectorRegister: it is not the one committed to"


def inspectors_fault(result, domain):
    load = {}
    if [one["caseId"] for one in result["inspectors"]] != [one["caseId"] for one in result["sample"]]:
        return "result.inspectors: not one entry for each case of the sample"
    for i, entry in enumerate(result["inspectors"]):
        drawn = two(result["inspectorRegister"], entry, result["seed"] + domain, load)
        if entry["drawn"] != drawn:
            return "result.inspectors[%d]: computed %s" % (i, drawn)
        for id in drawn:
            load[id] = load.get(id, 0) + 1
    return None


def frame_of(record, beside):
    if record["format"] != RECORD:
        return Frame(lines=record["frame"])
    if beside is None:
        return None
    digest = record["commitment"]["frameDigest"]
    if os.path.isdir(beside) and re.fullmatch("[0-9a-f]{64}", digest):
        beside = os.path.join(beside, digest)
    return Frame(file=beside)


BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, ZeroDivisionError, OSError)
NO_FRAME = "frame: it stands in a file of its own, which was not given"


def faults(text, beside):
    try:
        record = json.loads(text)
        if record["format"] not in (RECORD, WITH_FRAME, WITH_FRAME_AND_CLASSES):
            return ["format: it is not %s, nor one of before" % RECORD]
        frame = frame_of(record, beside)
        if frame is None:
            return [NO_FRAME]
        return [fault for fault in checks(text, record, frame) if fault]
    except BROKEN as unreadable:
        return ["not a whole record: %r" % unreadable]


def checks(text, record, frame):
    commitment, result = record["commitment"], record["result"]
    if canonical(record) != text:
        yield "the text is not the canonical form of the record"
    for part in ("commitment", "result"):
        if sha256(canonical(record[part])) != record[part + "Digest"]:
            yield "%s: it does not have the digest in %sDigest" % (part, part)
    seen = read(frame, commitment["frameRules"])
    if (seen["digest"], seen["size"]) != (commitment["frameDigest"], commitment["frameSize"]) or not seen["ordered"]:
        yield "frame: it is not what commitment.frameDigest and frameSize say"
    yield seen["misfit"]
    if record["format"] != RECORD and (record["format"] == WITH_FRAME_AND_CLASSES) != seen["asked"]:
        yield "format: it does not fit commitment.frameRules"
    yield seed_fault(commitment["seed"], result["evidence"], result["seed"])
    sample, strata = draw(result["seed"], frame, seen["weights"], commitment["sampleSize"])
    if strata != commitment["strata"]:
        yield "commitment.strata: computed %s" % strata
    theirs = [(one["caseId"], one["stratum"], one["ticket"], one["certain"]) for one in result["sample"]]
    if sample != theirs:
        differs = next((i for i, (a, b) in enumerate(zip(sample, theirs)) if a != b), min(len(sample), len(theirs)))
        yield "result.sample[%d]: computed %s" % (differs, sample[differs] if differs < len(sample) else "no more")
    yield register_fault(commitment, result, "result")
    yield inspectors_fault(result, commitment["inspectorDomain"])


def replacement_faults(history, text, beside):
    try:
        record, whole = json.loads(history[0]), json.loads(text)
        before = [json.loads(line)["replacement"] for line in history[1:]]
        frame = frame_of(record, beside)
        if frame is None:
            return [NO_FRAME]
        return [fault for fault in replacement_checks(record, frame, before, whole, history[-1], text) if fault]
    except BROKEN as unreadable:
        return ["not a whole replacement after its draw record: %r" % unreadable]


def replacement_checks(record, frame, before, whole, previous, text):
    made, result, commitment = whole["replacement"], record["result"], record["commitment"]
    if canonical(whole) != text or whole["format"] != REPLACEMENT:
        yield "the text is not the canonical form of a replacement"
    if sha256(canonical(made)) != whole["replacementDigest"]:
        yield "replacement: it does not have the digest in replacementDigest"
    if (made["drawId"], made["number"], made["previousDigest"]) != (
            commitment["drawId"], len(before) + 1, sha256(previous)):
        yield "replacement: drawId, number or previousDigest do not follow the line before"
    inspected = {one["caseId"] for one in result["sample"]}
    for one in before:
        inspected = inspected - {one["removedCaseId"]} | {one["substitute"]["caseId"]}
    if made["removedCaseId"] not in inspected:
        yield "replacement.removedCaseId: it is not among those drawn"
    # the stratum is told by the draw or the replacement that brought the case in
    drawn = result["sample"] + [one["substitute"] for one in before]
    name = next((one["stratum"] for one in drawn if one["caseId"] == made["removedCaseId"]), None)
    passed = sum(len(one["skipped"]) + 1 for one in before if one["substitute"]["stratum"] == name)
    turn = []
    if name:
        weights = read(frame, commitment["frameRules"])["weights"]
        takes = allotted(weights, commitment["sampleSize"])
        most = takes[name] + passed + len(made["skipped"]) + 1
        turn = first(result["seed"], frame, weights, takes, {name: most})[name][takes[name] + passed:]
    theirs = [one["caseId"] for one in made["skipped"]] + [made["substitute"]["caseId"]]
    if [one[0] for one in turn[:len(theirs)]] != theirs or turn[len(theirs) - 1] != tuple(
            made["substitute"][field] for field in ("caseId", "stratum", "ticket", "certain")):
        yield "replacement.substitute: computed %s" % (turn[:1] or "no more")
    load = {}
    for entry in result["inspectors"] + [one["inspectors"] for one in before]:
        for id in entry["drawn"]:
            load[id] = load.get(id, 0) + 1
    yield register_fault(commitment, made, "replacement")
    drawn = two(made["inspectorRegister"], made["inspectors"], result["seed"] + commitment["inspectorDomain"], load)
    if made["inspectors"]["caseId"] != made["substitute"]["caseId"] or made["inspectors"]["drawn"] != drawn:
        yield "replacement.inspectors: computed %s" % drawn


def inspector_faults(history, former, text):
    try:
        record, whole = json.loads(history[0]), json.loads(text)
        drawn = record["result"]["inspectors"] + [json.loads(line)["replacement"]["inspectors"] for line in history[1:]]
        before = [json.loads(line)["replacement"] for line in former]
        return [fault for fault in inspector_checks(record, drawn, before, whole, (history[:1] + former)[-1], text) if fault]
    except BROKEN as unreadable:
        return ["not a whole replacement of an inspector after its draw record: %r" % unreadable]


def inspector_checks(record, drawn, before, whole, previous, text):
    made, result, commitment = whole["replacement"], record["result"], record["commitment"]
    if canonical(whole) != text or whole["format"] != INSPECTOR_REPLACEMENT:
        yield "the text is not the canonical form of a replacement of an inspector"
    if sha256(canonical(made)) != whole["replacementDigest"]:
        yield "replacement: it does not have the digest in replacementDigest"
    if (made["drawId"], made["number"], made["previousDigest"]) != (
            commitment["drawId"], len(before) + 1, sha256(previous)):
        yield "replacement: drawId, number or previousDigest do not follow the line before"
    case = made["caseId"]
    inspecting = [id for one in drawn if one["caseId"] == case for id in one["drawn"]]
    for one in before:
        if one["caseId"] == case:
            inspecting = [one["substituteInspectorId"] if id == one["removedInspectorId"] else id for id in inspecting]
    if made["removedInspectorId"] not in inspecting:
        yield "replacement.removedInspectorId: not one who inspects that case"
    out = {one["inspectorId"] for one in made["excluded"]}
    if made["removedInspectorId"] not in out:
        yield "replacement.excluded: who was replaced is not among them"
    seed = result["seed"] + commitment["inspectorDomain"] + "|" + case
    left = sorted((id for id in result["inspectorRegister"] if id not in out and id not in inspecting),
                  key=lambda id: ticket(seed, id))
    if left[:1] != [made["substituteInspectorId"]]:
        yield "replacement.substituteInspectorId: computed %s" % (left[0] if left else "nobody")


def main(words):
    if not 1 <= len(words) <= 2:
        sys.exit(__doc__)
    beside = words[1] if len(words) == 2 else None
    records = intact = 0
    history, former = [], []
    with open(words[0], encoding="utf-8", newline="\n") as lines:
        for line in lines:
            records += 1
            text = line.rstrip("\n")
            if '"%s"' % INSPECTOR_REPLACEMENT in text:
                found = inspector_faults(history, former, text)
                former.append(text)
            elif '"%s"' % REPLACEMENT in text:
                found = replacement_faults(history, text, beside)
                history.append(text)
            else:
                found = faults(text, beside)
                history, former = [text], []
            intact += not found
            for fault in found:
                print("NOT intact: record %d: %s" % (records, fault))
    print("%d of %d records intact" % (intact, records))
    sys.exit(0 if records and intact == records else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
