package org.regulus.filing.jurisdiction;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * The jurisdiction over one case.
 *
 * @param announced how many events it has announced: the sequence of the last one
 * @param holder the authority whose case it is
 * @param shared the authorities that may read it besides, until it is taken back
 */
public record Jurisdiction(
        UUID caseId, long announced, String holder, SortedSet<String> shared, JurisdictionState state) {

    /** The jurisdiction and the one event of the move that led to it. */
    public record Change<E extends JurisdictionEvent>(Jurisdiction jurisdiction, E event) {}

    /** Nothing has happened yet: who opened the case holds it. */
    public static Jurisdiction of(UUID caseId, String opener) {
        return new Jurisdiction(caseId, 0, opener, new TreeSet<>(), new JurisdictionState.Settled());
    }

    /** All that may read the case besides its holder. */
    public SortedSet<String> readers() {
        SortedSet<String> readers = new TreeSet<>(shared);
        readers.addAll(state.parties());
        readers.remove(holder);
        return readers;
    }

    /** @throws Refusal INVALID {@code jurisdiction.own-case}, CONFLICT {@code jurisdiction.shared-already} */
    public Change<JurisdictionEvent.CaseShared> share(String with, Instant at) {
        other(with);
        if (shared.contains(with)) {
            throw Refusal.conflict("jurisdiction.shared-already", with + " may read the case already");
        }
        return new Change<>(in(holder, plus(shared, with), state), new JurisdictionEvent.CaseShared(with, at));
    }

    /**
     * What a procedure lets an authority read, it reads until the procedure is over.
     *
     * @throws Refusal CONFLICT {@code jurisdiction.not-shared}
     */
    public Change<JurisdictionEvent.CaseUnshared> unshare(String with, Instant at) {
        if (!shared.contains(with)) {
            throw Refusal.conflict("jurisdiction.not-shared", "The case was not shared with " + with);
        }
        return new Change<>(in(holder, minus(shared, with), state), new JurisdictionEvent.CaseUnshared(with, at));
    }

    /** @throws Refusal INVALID {@code jurisdiction.own-case}, CONFLICT {@code jurisdiction.move-not-allowed} */
    public Change<JurisdictionEvent.TransferProposed> propose(String to, Instant at) {
        other(to);
        return new Change<>(
                in(holder, shared, settled("propose a transfer of").propose(to, holder)),
                new JurisdictionEvent.TransferProposed(to, at));
    }

    /**
     * Another authority says that the case is its own, for it opened one about the same matter before.
     *
     * @throws Refusal CONFLICT {@code jurisdiction.first-to-open} when this case was opened first
     */
    public Change<JurisdictionEvent.TransferProposed> claim(
            String claimant, Instant openedAt, Instant theirsOpenedAt, Instant at) {
        other(claimant);
        JurisdictionState.Settled settled = settled("claim");
        if (!theirsOpenedAt.isBefore(openedAt)) {
            throw Refusal.conflict(
                    "jurisdiction.first-to-open",
                    "%s opened its case first, at %s: the first has jurisdiction".formatted(holder, openedAt));
        }
        return new Change<>(
                in(holder, shared, settled.propose(claimant, claimant)),
                new JurisdictionEvent.TransferProposed(claimant, at));
    }

    /**
     * The party to which the transfer was proposed agrees. Who held the case goes on reading it.
     *
     * @throws Refusal FORBIDDEN {@code jurisdiction.not-a-party}
     */
    public Change<JurisdictionEvent.CaseTransferred> accept(String by, Instant at) {
        JurisdictionState.TransferProposed proposed = proposed("accept the transfer of");
        if (by.equals(proposed.by())) {
            throw notAParty("The other authority has to agree");
        }
        party(by, proposed);
        return new Change<>(
                heldBy(proposed.to(), proposed.settle()), new JurisdictionEvent.CaseTransferred(holder, at));
    }

    /** Either party ends it: the one does not want the case, or the other withdraws what it proposed. */
    public Change<JurisdictionEvent.TransferDeclined> decline(String by, Instant at) {
        JurisdictionState.TransferProposed proposed = proposed("decline the transfer of");
        party(by, proposed);
        return new Change<>(
                in(holder, shared, proposed.settle()), new JurisdictionEvent.TransferDeclined(proposed.to(), at));
    }

    /** @param superior the common superior of holder and proposed holder */
    public Change<JurisdictionEvent.JurisdictionDisputed> dispute(String by, String superior, Instant at) {
        JurisdictionState.TransferProposed proposed = proposed("dispute the transfer of");
        party(by, proposed);
        return new Change<>(
                in(holder, shared, proposed.dispute(superior)),
                new JurisdictionEvent.JurisdictionDisputed(superior, at));
    }

    /**
     * The common superior designates one of the two, or itself.
     *
     * @throws Refusal FORBIDDEN {@code jurisdiction.not-a-party}, INVALID {@code jurisdiction.not-in-dispute}
     */
    public Change<JurisdictionEvent.JurisdictionDesignated> designate(String by, String authority, Instant at) {
        if (!(state instanceof JurisdictionState.Disputed disputed)) {
            throw refused("designate an authority for");
        }
        if (!by.equals(disputed.superior())) {
            throw notAParty("%s designates".formatted(disputed.superior()));
        }
        if (!Set.of(holder, disputed.to(), disputed.superior()).contains(authority)) {
            throw Refusal.invalid(
                    "jurisdiction.not-in-dispute",
                    "%s, %s or %s".formatted(holder, disputed.to(), disputed.superior()));
        }
        return new Change<>(
                heldBy(authority, disputed.designate()), new JurisdictionEvent.JurisdictionDesignated(holder, at));
    }

    private JurisdictionState.Settled settled(String move) {
        if (state instanceof JurisdictionState.Settled settled) {
            return settled;
        }
        throw refused(move);
    }

    private JurisdictionState.TransferProposed proposed(String move) {
        if (state instanceof JurisdictionState.TransferProposed proposed) {
            return proposed;
        }
        throw refused(move);
    }

    private Jurisdiction heldBy(String next, JurisdictionState settled) {
        return in(next, minus(plus(shared, holder), next), settled);
    }

    private Jurisdiction in(String heldBy, SortedSet<String> sharedWith, JurisdictionState next) {
        return new Jurisdiction(caseId, announced + 1, heldBy, sharedWith, next);
    }

    private void other(String authority) {
        if (authority.equals(holder)) {
            throw Refusal.invalid("jurisdiction.own-case", "The case is %s's own".formatted(holder));
        }
    }

    private void party(String by, JurisdictionState.TransferProposed proposed) {
        if (!by.equals(holder) && !by.equals(proposed.to())) {
            throw notAParty("Only %s and %s have a say".formatted(holder, proposed.to()));
        }
    }

    private static Refusal notAParty(String detail) {
        return Refusal.forbidden("jurisdiction.not-a-party", detail);
    }

    private Refusal refused(String move) {
        return Refusal.conflict(
                "jurisdiction.move-not-allowed",
                "Cannot %s case %s: its jurisdiction is %s".formatted(move, caseId, state.word()));
    }

    private static SortedSet<String> plus(SortedSet<String> authorities, String one) {
        SortedSet<String> more = new TreeSet<>(authorities);
        more.add(one);
        return more;
    }

    private static SortedSet<String> minus(SortedSet<String> authorities, String one) {
        SortedSet<String> fewer = new TreeSet<>(authorities);
        fewer.remove(one);
        return fewer;
    }
}
