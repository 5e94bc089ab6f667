package org.regulus.notification.mail.edge;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A conversation with a mail server about one mail. It knows whether the mail was ended: before that the server has certainly not taken it
 * (RFC 5321, 4.1.1.4). What is late is broken off while that is certain.
 */
final class Line extends SMTPTransport {

    private final long start = System.nanoTime();
    private final Duration sending;
    private boolean ended;

    Line(Session session, Duration sending) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.sending = sending;
    }

    boolean ended() {
        return ended;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        inTime();
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        inTime();
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        inTime();
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        inTime();
        ended = true;
        super.finishData();
    }

    private void inTime() throws Late {
        if (System.nanoTime() - start > sending.toNanos()) {
            throw new Late();
        }
    }

    private static final class Late extends MessagingException {}
}
