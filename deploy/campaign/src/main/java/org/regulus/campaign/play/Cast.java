package org.regulus.campaign.play;

import java.util.List;
import org.regulus.campaign.client.Http;
import org.regulus.campaign.client.OperatorAccounts;
import org.regulus.campaign.client.Session;
import org.regulus.campaign.client.Stack;

/** The people of the realm who play a part; each logs in with an account of their own. */
public final class Cast {

    public static final String REALM = "regulus";

    private static final String CLIENT = "regulus-cli";
    private static final String CLERK = "regulus-demo";

    /** The passwords of the local stack's sample accounts; they are no secret, and open nothing but it. */
    private static final String SAMPLE_PASSWORD = "regulus-local";

    private static final String CLERK_SECRET = "regulus-demo-local";

    private final Http http;
    private final Stack stack;

    public Cast(Http http, Stack stack) {
        this.http = http;
        this.stack = stack;
    }

    /** Somebody who may read the ledger of all authorities. */
    public static Session ledgerReader(Stack stack) {
        return new Cast(new Http(), stack).person("platform-admin");
    }

    public Session person(String name) {
        return Session.person(http, stack, REALM, CLIENT, name, SAMPLE_PASSWORD);
    }

    public Officers of(String authority) {
        return new Officers(this, authority);
    }

    public OperatorAccounts operators() {
        return new OperatorAccounts(http, stack, REALM, Session.system(http, stack, REALM, CLERK, CLERK_SECRET));
    }

    /** The officers of one authority. */
    public static final class Officers {
        public final Session manager;
        public final Session officer;
        public final Session inspector;
        public final Session reviewer;
        public final Session decider;

        /** Who chairs hearings: neither investigates nor reviews. */
        public final Session chair;

        /** Those whose voices a collective discussion counts, the decider among them. */
        public final List<Session> panel;

        private Officers(Cast cast, String authority) {
            String code = authority.toLowerCase(java.util.Locale.ROOT);
            manager = cast.person(code + "-manager");
            officer = cast.person(code + "-officer");
            inspector = cast.person(code + "-inspector-1");
            reviewer = cast.person(code + "-reviewer");
            decider = cast.person(code + "-decider");
            chair = cast.person(code + "-officer-2");
            panel = List.of(decider, cast.person(code + "-decider-2"), cast.person(code + "-decider-3"));
        }
    }
}
