package org.regulus.notification.message.edge;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.regulus.common.time.Zones;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.edge.Messages.Loan;

/**
 * Hands planned messages to the mail server, outside any transaction. When the process dies between the server's acceptance and our
 * mark, the message is sent again after the lease, with the same Message-ID, by which a mail system can tell that it has it.
 */
@ApplicationScoped
class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Zones.REGULATOR);

    private final Messages messages;
    private final ReactiveMailer mailer;
    private final Template zh;
    private final Template en;

    MailSender(
            Messages messages,
            ReactiveMailer mailer,
            @Location("notice.zh.txt") Template zh,
            @Location("notice.en.txt") Template en) {
        this.messages = messages;
        this.mailer = mailer;
        this.zh = zh;
        this.en = en;
    }

    @Scheduled(every = "{regulus.messages.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> send() {
        return messages.borrow()
                .chain(loans -> loans.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : sendAll(loans).chain(this::send));
    }

    private Uni<Void> sendAll(List<Loan> loans) {
        List<Loan> handedOver = new ArrayList<>();
        List<Loan> refused = new ArrayList<>();
        List<Uni<Void>> sending = loans.stream()
                .map(loan -> handOver(loan)
                        .onItemOrFailure()
                        .invoke((sent, fault) -> {
                            if (fault == null) {
                                handedOver.add(loan);
                            } else {
                                LOG.warnf("message %s, attempt %d: %s", loan.id(), loan.attempts(), fault.getMessage());
                                refused.add(loan);
                            }
                        })
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid())
                .toList();
        return Uni.join().all(sending).andCollectFailures().chain(() -> messages.settle(handedOver, refused));
    }

    private Uni<Void> handOver(Loan loan) {
        if (loan.address() == null) {
            return Uni.createFrom().failure(new IllegalStateException("the operator's address is not known yet"));
        }
        Notice.Text text = Notice.of(loan.template()).in(loan.language());
        String body = ("en".equals(loan.language()) ? en : zh)
                .data("name", loan.name())
                .data("text", text.body())
                .data("caseNumber", loan.caseNumber() == null ? loan.caseId().toString() : loan.caseNumber())
                .data("at", MINUTE.format(loan.aboutAt()))
                .render();
        return mailer.send(Mail.withText(loan.address(), text.subject(), body)
                .addHeader("Message-ID", "<%s@regulus>".formatted(loan.id())));
    }
}
