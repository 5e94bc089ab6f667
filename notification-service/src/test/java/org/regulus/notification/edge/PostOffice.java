package org.regulus.notification.edge;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server in this process, which a test can stop and start. */
public final class PostOffice implements AutoCloseable {

    private GreenMail server;

    public PostOffice start() {
        server = new GreenMail(
                new ServerSetup(Integer.getInteger(MailSettings.PORT), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return this;
    }

    @Override
    public void close() {
        server.stop();
    }

    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> goesTo(mail, address))
                .toList();
    }

    private static boolean goesTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The mail as it came over the wire. */
    public static String raw(MimeMessage mail) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            mail.writeTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (java.io.IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String written(Object content) throws java.io.IOException {
        return content instanceof InputStream bytes
                ? new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                : content.toString();
    }

    public static String text(MimeMessage mail) {
        return part(mail, "text/plain").replace("\r\n", "\n");
    }

    /** The first part of that type, as it was sent. */
    public static String part(Part mail, String type) {
        try {
            if (!(mail.getContent() instanceof Multipart parts)) {
                return mail.isMimeType(type) ? written(mail.getContent()) : "";
            }
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        } catch (java.io.IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
