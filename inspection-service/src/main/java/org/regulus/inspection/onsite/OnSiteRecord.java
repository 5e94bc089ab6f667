package org.regulus.inspection.onsite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * The record of one inspection on site.
 *
 * @param announced how many events it has announced: the sequence of the last one
 */
public record OnSiteRecord(UUID id, State state, long announced) {

    /** So many entries a record has at most. */
    public static final int ENTRIES_MAX = 1000;

    /** Administrative Penalty Law, Art. 42 and 55. */
    public static final int INSPECTORS_MIN = 2;

    public enum State {
        OPEN,
        SIGNED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public enum Kind {
        ATTENDEE,
        QUESTION,
        FINDING,
        REMARK,
        AMENDMENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who was there, as far as signing asks. */
    public record Attendance(long inspectorsWithCredentials, long operatorsPeople) {}

    /** @param reason why it was refused; null when it was signed */
    public record Signature(boolean readBack, String signedBy, boolean refused, String reason, String witness) {}

    public record Change<E>(OnSiteRecord record, E event) {}

    public record EntriesNoted(UUID record, int entries, Instant at) {}

    public record RecordSigned(UUID record, boolean refused, Instant at) {}

    public static OnSiteRecord open(UUID id) {
        return new OnSiteRecord(id, State.OPEN, 0);
    }

    /** Why an entry of that kind is not taken now, as a code; empty when it is. */
    public Optional<String> refuses(Kind kind) {
        if (state == State.OPEN) {
            return kind == Kind.AMENDMENT ? Optional.of("record.not-signed") : Optional.empty();
        }
        return kind == Kind.AMENDMENT ? Optional.empty() : Optional.of("record.signed");
    }

    /** @param entries how many were taken, at least one */
    public Change<EntriesNoted> note(int entries, Instant at) {
        return new Change<>(new OnSiteRecord(id, state, announced + 1), new EntriesNoted(id, entries, at));
    }

    /** All that is missing at once. */
    public Change<RecordSigned> sign(Signature signature, Attendance attendance, Instant at) {
        if (state != State.OPEN) {
            throw Refusal.conflict("record.move-not-allowed", "Cannot sign record %s: it is signed".formatted(id));
        }
        List<Refusal.Flaw> flaws = new ArrayList<>();
        require(
                flaws,
                signature.readBack(),
                "/readBack",
                "record.not-read-back",
                "It is read back before it is signed");
        require(
                flaws,
                attendance.inspectorsWithCredentials() >= INSPECTORS_MIN,
                "/entries",
                "record.too-few-inspectors",
                "Two inspectors were there and showed their credentials");
        require(
                flaws,
                attendance.operatorsPeople() > 0,
                "/entries",
                "record.nobody-of-the-operator",
                "Somebody of the operator was there");
        if (signature.refused()) {
            require(
                    flaws,
                    given(signature.reason()),
                    "/reason",
                    "record.reason-required",
                    "Note why it was not signed");
            require(flaws, given(signature.witness()), "/witness", "record.witness-required", "Note who saw that");
        } else {
            require(flaws, given(signature.signedBy()), "/signedBy", "record.signer-required", "Note who signed");
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("record.cannot-be-signed", "The record is not complete", flaws);
        }
        return new Change<>(
                new OnSiteRecord(id, State.SIGNED, announced + 1), new RecordSigned(id, signature.refused(), at));
    }

    private static boolean given(String words) {
        return words != null && !words.isBlank();
    }

    private static void require(
            List<Refusal.Flaw> flaws, boolean fulfilled, String pointer, String code, String detail) {
        if (!fulfilled) {
            flaws.add(new Refusal.Flaw(pointer, code, detail));
        }
    }
}
