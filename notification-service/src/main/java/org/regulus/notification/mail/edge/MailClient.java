package org.regulus.notification.mail.edge;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;
import org.regulus.notification.evidence.Digests;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.mail.Mail;
import org.regulus.notification.mail.edge.MailServer.Security;

/**
 * Hands mails to the mail server and keeps what it answers, in its own words: its queue id stands there. Quarkus' mailer does not tell it,
 * nor whether a mail that failed may have been taken; so this is Angus Mail, on threads of its own.
 */
@ApplicationScoped
public class MailClient {

    private static final Logger LOG = Logger.getLogger(MailClient.class);
    private static final int REPLY_MAX = 1_000;

    /** Not the business clock: that one may stand years away, and a mail that bears such a date is taken for spam. */
    private static final InstantSource POSTMARK = InstantSource.system();

    private final MailServer server;
    private final WorkerExecutor clerks;
    private final Session session;

    MailClient(MailServer server, Vertx vertx, TlsConfigurationRegistry tls) {
        this.server = server;
        this.clerks = vertx.createSharedWorkerExecutor("regulus-mail", server.connections());
        this.session = Session.getInstance(settings(server, tls));
    }

    private static Properties settings(MailServer server, TlsConfigurationRegistry tls) {
        Properties settings = new Properties();
        settings.put("mail.smtp.connectiontimeout", millis(server.sending()));
        settings.put("mail.smtp.timeout", millis(server.answer()));
        settings.put("mail.smtp.writetimeout", millis(server.sending()));
        settings.put("mail.smtp.quitwait", "false");
        settings.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        settings.put("mail.smtp.starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
        settings.put("mail.smtp.starttls.required", String.valueOf(server.security() == Security.STARTTLS));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.auth", String.valueOf(server.username().isPresent()));
        settings.put("mail.smtp.dsn.notify", server.reports());
        server.tlsConfiguration().ifPresent(name -> {
            try {
                settings.put(
                        "mail.smtp.ssl.socketFactory",
                        tls.get(name).orElseThrow().createSSLContext().getSocketFactory());
            } catch (Exception unusable) {
                throw new IllegalStateException("TLS configuration " + name, unusable);
            }
        });
        return settings;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** Never fails: a fault is an answer. It comes on another thread. */
    public Uni<Receipt> send(Mail mail) {
        return Uni.createFrom().completionStage(() -> clerks.executeBlocking(() -> handOver(mail), false)
                .toCompletionStage());
    }

    private Receipt handOver(Mail mail) {
        if (!isAddress(mail.to())) {
            return Receipt.unaddressable();
        }
        Line line = new Line(session, server.sending());
        try {
            Written written = Written.of(session, mail, server.from(), POSTMARK.instant());
            return handOver(line, written, envelope(written));
        } catch (MessagingException | IOException unwritable) {
            return Receipt.fault(Outcome.REFUSED, unwritable);
        } finally {
            hangUp(line);
        }
    }

    private static boolean isAddress(String to) {
        try {
            new InternetAddress(to, true);
            return true;
        } catch (AddressException none) {
            return false;
        }
    }

    private Receipt handOver(Line line, Written written, Map<String, String> facts) {
        try {
            line.connect(
                    server.host(),
                    server.port(),
                    server.username().orElse(null),
                    server.password().orElse(null));
            line.sendMessage(written.message(), new Address[] {written.to()});
            facts.put("reply", brief(line.getLastServerResponse()));
            return new Receipt(Outcome.ACCEPTED, facts, Optional.of(written.octets()));
        } catch (MessagingException refused) {
            return refused(line, refused, facts, written);
        }
    }

    /** What was answered stands, also when the server has hung up already. */
    private static void hangUp(Line line) {
        try {
            line.close();
        } catch (MessagingException gone) {
            LOG.debugf("mail server: %s", gone.getMessage());
        }
    }

    private Map<String, String> envelope(Written written) throws MessagingException {
        Map<String, String> facts = new TreeMap<>();
        facts.put("server", server.host() + ":" + server.port());
        facts.put("envelopeFrom", written.from());
        facts.put("envelopeTo", written.to().getAddress());
        facts.put("messageId", written.message().getMessageID());
        facts.put("mailSha256", Digests.sha256(written.octets()));
        return facts;
    }

    private static Receipt refused(Line line, MessagingException fault, Map<String, String> facts, Written written) {
        int code = 0;
        for (Exception one = fault;
                one != null;
                one = one instanceof MessagingException outer ? outer.getNextException() : null) {
            if (code(one) > 0) {
                code = code(one);
                facts.put("reply", brief(one.getMessage()));
            }
        }
        facts.put("fault", fault.getClass().getSimpleName());
        return line.ended() && code == 0
                ? new Receipt(Outcome.UNKNOWN, facts, Optional.of(written.octets()))
                : new Receipt(Outcome.REFUSED, facts);
    }

    /** The server's, or 0 or less when it said nothing. */
    private static int code(Exception fault) {
        if (fault instanceof SMTPSendFailedException sending) {
            return sending.getReturnCode();
        }
        if (fault instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return fault instanceof SMTPAddressFailedException address ? address.getReturnCode() : 0;
    }

    private static String brief(String reply) {
        String text = reply == null ? "" : reply.strip().replace('\0', '\uFFFD'); // which the database does not take
        return text.substring(0, Math.min(text.length(), REPLY_MAX));
    }

    @PreDestroy
    void close() {
        clerks.close();
    }
}
