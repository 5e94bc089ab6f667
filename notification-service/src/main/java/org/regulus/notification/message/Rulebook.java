package org.regulus.notification.message;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of the rules. A message keeps the version that made it, so that what was planned is sent as it was planned. */
public record Rulebook(List<MessageRules> versions) {

    public Rulebook {
        versions = versions.stream()
                .sorted(Comparator.comparing(MessageRules::since).thenComparing(MessageRules::version))
                .toList();
        if (versions.isEmpty()) {
            throw new IllegalStateException("There are no rules");
        }
    }

    /** The rules that an event of that moment follows: the newest that were in force, or the oldest of all. */
    public MessageRules at(Instant moment) {
        return versions.stream()
                .filter(rules -> !rules.since().isAfter(moment))
                .reduce((older, newer) -> newer)
                .orElse(versions.get(0));
    }

    /** The notice for an event; many events need none. */
    public Optional<Notice> about(String type, Instant moment) {
        return at(moment).notices().stream()
                .filter(notice -> notice.type().equals(type))
                .findFirst();
    }

    /** By what is kept with the message. */
    public Notice of(int version, String template) {
        return versions.stream()
                .filter(rules -> rules.version() == version)
                .flatMap(rules -> rules.notices().stream())
                .filter(notice -> notice.template().equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no notice %s in version %d of the rules".formatted(template, version)));
    }
}
