package org.regulus.notification.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail to one recipient.
 *
 * @param messageId with its angle brackets; without one the mail gets some
 * @param returnPath where it comes back to; without one, to the sender
 */
public record Mail(
        String to,
        String subject,
        String text,
        Optional<String> messageId,
        Optional<String> returnPath,
        Map<String, String> headers,
        List<Part> attachments) {

    public record Part(String name, byte[] content, String type) {}

    public Mail {
        headers = Map.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    public static Mail of(String to, String subject, String text) {
        return new Mail(to, subject, text, Optional.empty(), Optional.empty(), Map.of(), List.of());
    }

    public Mail identified(String id) {
        return new Mail(to, subject, text, Optional.of(id), returnPath, headers, attachments);
    }

    public Mail identified(String id, String comesBackTo) {
        return new Mail(to, subject, text, Optional.of(id), Optional.of(comesBackTo), headers, attachments);
    }

    public Mail header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Mail(to, subject, text, messageId, returnPath, more, attachments);
    }

    public Mail attach(Part part) {
        List<Part> more = new ArrayList<>(attachments);
        more.add(part);
        return new Mail(to, subject, text, messageId, returnPath, headers, more);
    }
}
