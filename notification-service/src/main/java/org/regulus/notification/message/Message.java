package org.regulus.notification.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.message.MessageEvent.NoticeBounced;
import org.regulus.notification.message.MessageEvent.NoticeFailed;
import org.regulus.notification.message.MessageEvent.NoticeServed;
import org.regulus.notification.message.MessageState.Failed;
import org.regulus.notification.message.MessageState.Failure;
import org.regulus.notification.message.MessageState.Planned;
import org.regulus.notification.message.MessageState.Sending;
import org.regulus.notification.message.MessageState.Served;
import org.regulus.notification.message.MessageState.Unknown;
import org.regulus.notification.message.MessageState.Waiting;

/**
 * One notice of one event to one recipient by one channel.
 *
 * @param template which notice it is
 */
public record Message(UUID id, About about, String channel, String template, MessageState state) {

    /**
     * The event it tells of, and whom.
     *
     * @param operatorId whom the event concerns
     * @param recipient that operator, or somebody of the authority
     */
    public record About(UUID eventId, UUID caseId, String authority, UUID operatorId, String recipient) {
        boolean toOperator() {
            return recipient.equals(Notice.OPERATOR);
        }
    }

    /** The directory has told the address. */
    public Change addressKnown(Instant now) {
        if (state instanceof Waiting waiting) {
            return quietly(waiting.addressKnown(now));
        }
        throw refused("address");
    }

    /** No address was told in time. */
    public Change giveUp(Instant at) {
        if (state instanceof Waiting waiting) {
            return failed(waiting.giveUp(at));
        }
        throw refused("give up");
    }

    public Change claim(Instant now, Patience patience) {
        if (state instanceof Planned planned) {
            return quietly(planned.claim(now, patience.lease()));
        }
        throw refused("claim");
    }

    /** The mail server took it from the sender of that attempt. */
    public Change accept(int attempt, Instant at) {
        Message served = in(sending(attempt, "accept").accept(at));
        return about.toOperator() ? new Change(served, Optional.of(new NoticeServed(served, at))) : silently(served);
    }

    /** Whether the sender of that attempt has it in its hands no more, so that what it was answered comes late. */
    public boolean isLate(int attempt) {
        return !(state instanceof Sending sending && sending.attempt() == attempt);
    }

    /** Whether it was tried and is to be tried again. */
    public boolean waitsForAnotherTry() {
        return state instanceof Planned planned && planned.attempts() > 0;
    }

    /** One of the former attempts was taken after all, so that there is no other. */
    public Change acceptLate(Instant at) {
        if (waitsForAnotherTry()) {
            Message served = in(((Planned) state).acceptLate(at));
            return about.toOperator()
                    ? new Change(served, Optional.of(new NoticeServed(served, at)))
                    : silently(served);
        }
        throw refused("accept late");
    }

    /** What became of that attempt. */
    public Change settle(int attempt, Outcome outcome, Instant now, Instant at, Patience patience) {
        return switch (outcome) {
            case ACCEPTED -> accept(attempt, at);
            case REFUSED -> refuse(attempt, now, at, patience);
            case UNKNOWN -> lose(attempt, now, at, patience);
        };
    }

    /**
     * Nobody knows whether it was taken from the sender of that attempt. A gateway can tell by its key that it got it already; a mail may
     * go out twice, so that the patience says whether it is sent again.
     */
    public Change lose(int attempt, Instant now, Instant at, Patience patience) {
        Sending sending = sending(attempt, "lose");
        boolean again = patience.resendsUnknown() || !channel.equals(Notice.MAIL);
        return again && attempt < patience.attemptsMax()
                ? quietly(sending.retry(now, patience.pauseAfter(attempt)))
                : failed(sending.lose(at), attempt, at);
    }

    /** The mail server did not take it from the sender of that attempt. */
    public Change refuse(int attempt, Instant now, Instant at, Patience patience) {
        Sending sending = sending(attempt, "refuse");
        return attempt >= patience.attemptsMax()
                ? failed(sending.giveUp(Failure.REFUSED, at))
                : quietly(sending.retry(now, patience.pauseAfter(attempt)));
    }

    /** That address is none: no attempt would ever be taken. */
    public Change cannotBeAddressed(int attempt, Instant at) {
        return failed(sending(attempt, "fail").giveUp(Failure.ADDRESS_UNUSABLE, at));
    }

    /**
     * It had been taken, and came back.
     *
     * @param status of RFC 3463, such as 5.1.1
     */
    public Change bounce(String status, Instant at) {
        if (state instanceof Served || state instanceof Unknown) {
            Message bounced = in(state instanceof Served served ? served.bounce(at) : ((Unknown) state).bounce(at));
            return about.toOperator()
                    ? new Change(bounced, Optional.of(new NoticeBounced(bounced, status, at)))
                    : silently(bounced);
        }
        throw refused("bounce");
    }

    private Sending sending(int attempt, String move) {
        if (state instanceof Sending sending && sending.attempt() == attempt) {
            return sending;
        }
        throw refused(move);
    }

    private Change quietly(MessageState next) {
        return silently(in(next));
    }

    /** How a mail to the authority's own people fared is nobody else's affair: it is listed, not announced. */
    private static Change silently(Message moved) {
        return new Change(moved, Optional.empty());
    }

    private Change failed(Failed next) {
        return failed(next, next.attempts(), next.at());
    }

    private Change failed(MessageState next, int attempts, Instant at) {
        Message failed = in(next);
        return about.toOperator()
                ? new Change(failed, Optional.of(new NoticeFailed(failed, attempts, at)))
                : silently(failed);
    }

    private Message in(MessageState next) {
        return new Message(id, about, channel, template, next);
    }

    private Refusal refused(String move) {
        return Refusal.conflict(
                "message.move-not-allowed",
                "Cannot %s message %s: it is %s"
                        .formatted(move, id, state.getClass().getSimpleName()));
    }
}
