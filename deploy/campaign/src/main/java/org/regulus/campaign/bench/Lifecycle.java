package org.regulus.campaign.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.regulus.campaign.bench.Ground.Draft;
import org.regulus.campaign.client.Crowd;
import org.regulus.campaign.client.Http;
import org.regulus.campaign.client.Stack;

/** Submit-to-timeline latency and sustained submissions, beside what the same PostgreSQL does with the same rows in the same run. */
public final class Lifecycle {

    private static final int USERS = 12;
    private static final int RATE = 10;
    private static final int SUSTAINED_MOST_PER_SECOND = 150;
    private static final int COMPARISON_SECONDS_MAX = 10;

    /** A filing row with its columns, and an event's row with its attributes, beside their JSON. */
    private static final int BUSINESS_ROW_EXTRA = 120;

    private static final int OUTBOX_PAYLOAD = 460;

    private final Stack stack;
    private final PrintStream out;

    public Lifecycle(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    public void run(int seconds) {
        Pgbench pgbench = new Pgbench(stack);
        out.println(pgbench.settings());
        try (Crowd crowd = new Crowd(USERS)) {
            Ground ground = new Ground(new Http(), stack, crowd, Ground.Load.SELF_EVALUATION);
            int half = Math.max(1, seconds / 2);
            int paced = RATE * half;
            int most = SUSTAINED_MOST_PER_SECOND * half;
            out.printf("preparing %d drafted filings of authority GDCA%n", 2 * RATE + paced + most);
            List<Draft> drafts = ground.drafts(2 * RATE + paced + most);
            Submissions submissions = new Submissions(ground, crowd);
            submissions.latency(drafts.subList(0, 2 * RATE), RATE);
            Percentiles latency = submissions.latency(drafts.subList(2 * RATE, 2 * RATE + paced), RATE);
            Submissions.Sustained sustained = submissions.sustained(
                    drafts.subList(2 * RATE + paced, drafts.size()), USERS, Duration.ofSeconds(half));
            tell(latency, sustained);
            compare(pgbench, latency, sustained, Math.min(half, COMPARISON_SECONDS_MAX));
        }
    }

    private void tell(Percentiles latency, Submissions.Sustained sustained) {
        line(
                "submit to timeline at %d/s: p50 %.1f ms, p99 %.1f ms (%d samples)",
                RATE, latency.p50(), latency.p99(), latency.samples());
        line(
                "sustained with %d users: %.1f submissions/s into the timeline (%d in %.1f s; REST alone took %.1f/s)",
                USERS, sustained.perSecond(), sustained.accepted(), sustained.seconds(), sustained.acceptedPerSecond());
    }

    private void compare(Pgbench pgbench, Percentiles latency, Submissions.Sustained sustained, int seconds) {
        if (!Pgbench.present()) {
            out.println(
                    "pgbench is not on the path (Debian: apt-get install postgresql-contrib); there is nothing to compare with.");
            return;
        }
        int business = Ground.Load.SELF_EVALUATION.content().toString().length() + BUSINESS_ROW_EXTRA;
        pgbench.prepare();
        Pgbench.Result one = pgbench.run(1, seconds, business, OUTBOX_PAYLOAD);
        Pgbench.Result many = pgbench.run(USERS, seconds, business, OUTBOX_PAYLOAD);
        line(
                "pgbench, one transaction of a business row (%d bytes) and an outbox row (%d bytes): 1 client p50 %.2f ms, p99 %.2f ms;"
                        + " %d clients %.0f/s",
                business, OUTBOX_PAYLOAD, one.latency().p50(), one.latency().p99(), USERS, many.perSecond());
        line(
                "ratios: sustained / pgbench = %.3f; latency p50 = %.0f commits, p99 = %.0f commits",
                sustained.perSecond() / many.perSecond(),
                latency.p50() / one.latency().p50(),
                latency.p99() / one.latency().p50());
    }

    private void line(String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
    }
}
