package org.regulus.notification.gateway.edge;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.regulus.notification.gateway.Channels;
import org.regulus.notification.message.Audience;
import org.regulus.notification.message.edge.MailPlanning;
import org.regulus.notification.message.edge.MailPlanning.To;

/** Plans the messages that leave the platform, by the channels that there are. */
@ApplicationScoped
public class OutwardPlanning {

    private final MailPlanning mails;
    private final Carriers carriers;

    OutwardPlanning(MailPlanning mails, Carriers carriers) {
        this.mails = mails;
        this.carriers = carriers;
    }

    /** In the transaction of the event. */
    public Uni<Void> plan(MailPlanning.About about, Audience audience) {
        Channels channels = new Channels(carriers.available());
        return Multi.createFrom()
                .iterable(Channels.OUTWARD)
                .onItem()
                .transformToUniAndConcatenate(
                        channel -> mails.plan(about, channel, To.now(channels.told(audience, channel))))
                .collect()
                .last();
    }
}
