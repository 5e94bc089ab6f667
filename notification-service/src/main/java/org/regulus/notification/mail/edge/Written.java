package org.regulus.notification.mail.edge;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.regulus.notification.mail.Mail;

/** A mail as it goes over the wire. */
record Written(MimeMessage message, InternetAddress to, String from, byte[] octets) {

    static Written of(Session session, Mail mail, String sender, Instant at) throws MessagingException, IOException {
        InternetAddress to = new InternetAddress(mail.to(), true);
        InternetAddress from = new InternetAddress(sender, true);
        Identified message = new Identified(session, mail.messageId());
        String comesBackTo = mail.returnPath().orElse(from.getAddress());
        message.setEnvelopeFrom(comesBackTo);
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(at));
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        content(message, mail);
        message.saveChanges();
        return new Written(message, to, comesBackTo, octets(message));
    }

    private static void content(MimeMessage message, Mail mail) throws MessagingException {
        if (mail.attachments().isEmpty()) {
            message.setText(mail.text(), "UTF-8");
            return;
        }
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), "UTF-8");
        parts.addBodyPart(text);
        for (Mail.Part part : mail.attachments()) {
            MimeBodyPart attached = new MimeBodyPart();
            attached.setDataHandler(new DataHandler(new ByteArrayDataSource(part.content(), part.type())));
            attached.setFileName(part.name());
            attached.setHeader("Content-Transfer-Encoding", "base64"); // or line ends would be those of the wire
            parts.addBodyPart(attached);
        }
        message.setContent(parts);
    }

    /** With the line ends of the wire, also behind the last line, and without the dots that only the wire doubles. */
    private static byte[] octets(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        message.writeTo(new CRLFOutputStream(octets));
        byte[] written = octets.toByteArray();
        if (written[written.length - 1] != '\n') {
            octets.write(new byte[] {'\r', '\n'});
        }
        return octets.toByteArray();
    }

    /** Keeps the Message-ID that it was given. */
    private static final class Identified extends SMTPMessage {
        private final Optional<String> id;

        Identified(Session session, Optional<String> id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (id.isPresent()) {
                setHeader("Message-ID", id.get());
            } else {
                super.updateMessageID();
            }
        }
    }
}
