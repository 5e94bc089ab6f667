package org.regulus.campaign.play;

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

    /** Somebody who may read the whole ledger. */
    public static Session auditor(Stack stack) {
        return new Cast(new Http(), stack).person("miit-auditor");
    }

    Session person(String name) {
        return Session.person(http, stack, REALM, CLIENT, name, SAMPLE_PASSWORD);
    }

    Officers of(String authority) {
        return new Officers(this, authority);
    }

    OperatorAccounts operators() {
        return new OperatorAccounts(http, stack, REALM, Session.system(http, stack, REALM, CLERK, CLERK_SECRET));
    }

    /** The officers of one authority. */
    static final class Officers {
        final Session manager;
        final Session officer;
        final Session inspector;
        final Session reviewer;
        final Session decider;
        final Session auditor;

        private Officers(Cast cast, String authority) {
            String code = authority.toLowerCase(java.util.Locale.ROOT);
            manager = cast.person(code + "-manager");
            officer = cast.person(code + "-officer");
            inspector = cast.person(code + "-inspector-1");
            reviewer = cast.person(code + "-reviewer");
            decider = cast.person(code + "-decider");
            auditor = cast.person(code + "-auditor");
        }
    }
}
