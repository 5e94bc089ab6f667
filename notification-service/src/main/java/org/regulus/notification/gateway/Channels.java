package org.regulus.notification.gateway;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regulus.notification.message.Audience;
import org.regulus.notification.message.Notice;

/**
 * By which channel each recipient is told, given which channels there are: in place of one that is not there stands the mail.
 *
 * @param available those that this installation has
 */
public record Channels(Set<String> available) {

    public static final List<String> OUTWARD = List.of(Notice.MAIL, Notice.SMS, Notice.POST);

    /** Who is written to by that channel, each once. */
    public List<String> told(Audience audience, String channel) {
        if (!available.contains(channel)) {
            return List.of();
        }
        Stream<String> others = channel.equals(Notice.MAIL)
                ? OUTWARD.stream().filter(one -> !available.contains(one)).flatMap(one -> audience.by(one).stream())
                : Stream.empty();
        return List.copyOf(
                Stream.concat(audience.by(channel).stream(), others).collect(Collectors.toCollection(TreeSet::new)));
    }
}
