package org.regulus.local.stack;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One server of the stack and how to have it.
 *
 * @param prepare done once, before anything else is waited for
 * @param after the parts that must be ready before this one is started
 * @param start starts it and returns when it is ready
 * @param live answers 200 as long as it is worth keeping; empty when a living process is enough
 */
record Part(
        String name,
        String address,
        Runnable prepare,
        List<String> after,
        Supplier<Running> start,
        Optional<URI> live) {

    /** A started server. */
    interface Running extends AutoCloseable {

        boolean alive();

        long pid();

        @Override
        void close();
    }

    static Running running(org.regulus.local.Server server) {
        return new Running() {
            @Override
            public boolean alive() {
                return server.alive();
            }

            @Override
            public long pid() {
                return server.pid();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
