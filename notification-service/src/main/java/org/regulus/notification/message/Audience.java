package org.regulus.notification.message;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who in particular is told of an event.
 *
 * @param operator whether the event concerns one
 * @param officer the account of whom the case was given to; null when the event tells of nobody
 */
public record Audience(Notice notice, boolean operator, String officer) {

    /** As a message names them. The inspectors of an interview are told by whoever knows who they are. */
    public List<String> by(String channel) {
        return notice.recipients(channel).stream().flatMap(this::named).toList();
    }

    private Stream<String> named(String recipient) {
        return switch (recipient) {
            case Notice.OPERATOR -> operator ? Stream.of(recipient) : Stream.empty();
            case Notice.ASSIGNED_OFFICER -> Stream.ofNullable(officer).map(Notice::officer);
            case Notice.ASSIGNED_INSPECTORS -> Stream.empty();
            default -> Stream.of(recipient);
        };
    }
}
