package org.regulus.notification.bounce.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.bounce.DeliveryReport;
import org.regulus.notification.bounce.ReturnPath;
import org.regulus.notification.message.edge.MessageLimits;

/** Reads a multipart/report (RFC 6522) with a delivery status (RFC 3464): of one mail to one recipient, as ours are. */
@ApplicationScoped
class ReportReader {

    private final ReturnPath returnPath;

    ReportReader(MessageLimits limits) {
        this.returnPath = new ReturnPath(limits.bounceHost());
    }

    /** @throws Refusal INVALID {@code delivery-report.unreadable} */
    DeliveryReport read(byte[] mail) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(mail));
            UUID about =
                    to(message).orElseThrow(() -> unreadable("It is not addressed to where our mails come back to"));
            if (!message.isMimeType("multipart/report")) {
                throw unreadable("It is no multipart/report");
            }
            InternetHeaders recipient =
                    recipient(new MimeMultipart(message.getDataHandler().getDataSource()));
            return DeliveryReport.of(about, first(recipient, "Action"), first(recipient, "Status"))
                    .orElseThrow(() -> unreadable("It has no action and status that there are"));
        } catch (MessagingException | IOException broken) {
            throw unreadable(broken.getMessage());
        }
    }

    private Optional<UUID> to(MimeMessage message) throws MessagingException {
        for (String header : new String[] {"X-Original-To", "Delivered-To", "To"}) {
            String[] values = message.getHeader(header);
            Optional<UUID> about = Stream.of(values == null ? new String[0] : values)
                    .flatMap(value -> returnPath.messageOf(value).stream())
                    .findFirst();
            if (about.isPresent()) {
                return about;
            }
        }
        return Optional.empty();
    }

    /** The second group of fields: the first is about the mail as a whole. */
    private static InternetHeaders recipient(MimeMultipart parts) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                try (InputStream fields = part.getInputStream()) {
                    InternetHeaders group = new InternetHeaders(fields);
                    return group.getHeader("Action") == null ? new InternetHeaders(fields) : group;
                }
            }
        }
        throw unreadable("It has no message/delivery-status");
    }

    private static String first(InternetHeaders fields, String name) {
        String[] values = fields.getHeader(name);
        return values == null ? "" : values[0];
    }

    private static Refusal unreadable(String why) {
        return Refusal.invalid("delivery-report.unreadable", why);
    }
}
