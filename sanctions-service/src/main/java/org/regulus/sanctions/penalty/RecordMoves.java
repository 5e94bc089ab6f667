package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Revoked;
import org.regulus.sanctions.penalty.Standing.Closed;
import org.regulus.sanctions.penalty.Standing.Served;
import org.regulus.sanctions.ruleset.Gate;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.ProcedureRules;

/** What becomes of a decision afterwards: corrected, revoked, published, taken down. */
public final class RecordMoves {

    private RecordMoves() {}

    public static Change<SheetFiled<Sheet.Corrected>> correct(PenaltyProceeding it, String text, Court court) {
        if (!(it.state() instanceof Standing || it.state() instanceof Revoked)) {
            throw it.refused("correct");
        }
        return it.file(new Sheet.Corrected(text), it.state(), court.act());
    }

    public static Change<SheetFiled<Sheet.Revoked>> revoke(PenaltyProceeding it, String reason, Court court) {
        if (!(it.state() instanceof Standing standing)) {
            throw it.refused("revoke");
        }
        it.hands().decidedBy(court.act().officer());
        return it.file(new Sheet.Revoked(reason), standing.revoke(court.at()), court.act());
    }

    /** Of a certain social impact only (Art. 48), and after service on each whom it hits. */
    public static Change<SheetFiled<Sheet.Published>> publish(PenaltyProceeding it, Court court) {
        if (!(it.state() instanceof Served || it.state() instanceof Closed)) {
            throw it.refused("publish");
        }
        ProcedureRules procedure = court.procedure();
        Decision decision = it.decision().orElseThrow();
        if (!decision.penalties().parties().stream()
                .allMatch(party -> it.dossier().served(party).isPresent())) {
            throw it.refused("publish");
        }
        if (!it.gateDue(Gate.PUBLICATION, procedure, decision.penalties())) {
            throw Refusal.conflict("proceeding.publication-not-due", "A penalty of this weight is not published");
        }
        if (isPublic(it)) {
            throw Refusal.conflict("proceeding.published", "It is published already");
        }
        Optional<LocalDate> until = procedure
                .limit(takedown(decision.penalties()))
                .map(limit -> limit.lastDay(court.today(), court.calendar()));
        return it.file(new Sheet.Published(court.today(), until), it.state(), court.act());
    }

    /** Criticism is not held against an operator as long as what is graver. */
    public static String takedown(Penalties imposed) {
        Set<PenaltyKind> words = Set.of(PenaltyKind.WARNING, PenaltyKind.PUBLIC_CRITICISM);
        return words.containsAll(imposed.kinds()) ? "publication-takedown-criticism" : "publication-takedown";
    }

    public static Change<SheetFiled<Sheet.TakenDown>> takeDown(PenaltyProceeding it, String reason, Court court) {
        if (!isPublic(it)) {
            throw Refusal.conflict("proceeding.not-published", "It is not published");
        }
        return it.file(new Sheet.TakenDown(court.today(), reason), it.state(), court.act());
    }

    static boolean isPublic(PenaltyProceeding it) {
        return it.dossier().all(Sheet.Published.class).size()
                > it.dossier().all(Sheet.TakenDown.class).size();
    }
}
