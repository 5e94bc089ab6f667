package org.regulus.notification.gateway.edge;

import io.smallrye.mutiny.Uni;
import org.regulus.notification.message.edge.Letters.Letter;

/** Gives letters to whoever takes them on from here. */
public interface Carrier {

    String channel();

    /** Whether this installation has it. */
    boolean available();

    /** Fails when it was not taken; then it is tried again, with the same id. */
    Uni<Void> carry(Letter letter);
}
