package org.regulus.notification.gateway.edge;

import io.smallrye.mutiny.Uni;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.message.edge.Letters.Letter;

/** Gives letters to whoever takes them on from here. */
public interface Carrier {

    String channel();

    /** Whether this installation has it. */
    boolean available();

    /** What was answered. Unless it was accepted it is tried again, with the same id. */
    Uni<Receipt> carry(Letter letter);
}
