package org.regulus.notification.gateway.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.mail.edge.MailClient;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.edge.LetterWriter;
import org.regulus.notification.message.edge.Letters.Letter;

/** To the mail server. */
@ApplicationScoped
class MailCarrier implements Carrier {

    private final LetterWriter writer;
    private final MailClient mailer;

    MailCarrier(LetterWriter writer, MailClient mailer) {
        this.writer = writer;
        this.mailer = mailer;
    }

    @Override
    public String channel() {
        return Notice.MAIL;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Uni<Receipt> carry(Letter letter) {
        return Uni.createFrom().item(() -> writer.write(letter)).chain(mailer::send);
    }
}
