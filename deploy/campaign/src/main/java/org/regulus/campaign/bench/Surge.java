package org.regulus.campaign.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.regulus.campaign.bench.Ground.Draft;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Crowd;
import org.regulus.campaign.client.Http;
import org.regulus.campaign.client.Stack;

/**
 * The last minute before the deadline: all operators at once upload a file, name it in their report, and submit, while the deadline goes by.
 * Nothing may be lost, and late is what arrived late and nothing else.
 */
public final class Surge {

    private static final int ANSWERS = 60;
    private static final int FILE_BYTES = 200_000;
    private static final int PREPARING = 12;
    private static final int PGBENCH_CLIENTS = 12;
    private static final int LIMIT_SECONDS = 5;

    /** A filing row with its columns, and an event's row with its attributes, beside their JSON. */
    private static final int ROW_EXTRA = 120;

    private static final int OUTBOX_PAYLOAD = 460;

    private static final Duration BEFORE_THE_DEADLINE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final byte[] PROOF =
            "All systems were checked. ".repeat(FILE_BYTES / 26).getBytes(StandardCharsets.US_ASCII);

    /** One operator's last minute; nanoseconds since the start of all. */
    record Filed(JsonNode receipt, long sent, long submitting, long answered) {
        boolean late() {
            return receipt.path("late").asBoolean();
        }

        Instant receivedAt() {
            return Instant.parse(receipt.path("receivedAt").asText());
        }
    }

    private final Stack stack;
    private final PrintStream out;
    private final Http http = new Http(PATIENCE);

    public Surge(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** Whether nothing was lost and nothing wrongly marked. */
    public boolean run(int operators) {
        Pgbench pgbench = new Pgbench(stack);
        out.println(pgbench.settings());
        out.printf("preparing %d operators of GDCA, each with a drafted report of %d answers%n", operators, ANSWERS);
        Ground.Load load = new Ground.Load("SURGE", operators, 1, questionnaire(), content());
        try (Crowd few = new Crowd(PREPARING)) {
            Ground ground = new Ground(http, stack, few, load);
            List<Draft> drafts = ground.drafts(operators);
            few.each(drafts, draft -> draft.operator().token());
            Instant dueAt = LocalDate.ofInstant(ground.now(), Ground.ZONE)
                    .plusDays(1)
                    .atStartOfDay(Ground.ZONE)
                    .toInstant();
            ground.moveTo(dueAt.minus(BEFORE_THE_DEADLINE));
            long start = System.nanoTime();
            Instant startedAt = ground.now();
            List<Filed> filed = all(ground, drafts, start);
            double taken = filed.stream().mapToLong(Filed::answered).max().orElse(0) / 1e9;
            boolean sound = new SurgeFindings(out, startedAt, dueAt).tell(filed, ground.submitted(drafts));
            tell(filed, taken);
            compare(pgbench, filed.size() / taken, load);
            return sound;
        }
    }

    private List<Filed> all(Ground ground, List<Draft> drafts, long start) {
        CountDownLatch together = new CountDownLatch(drafts.size());
        try (Crowd crowd = new Crowd(drafts.size())) {
            List<Integer> turns = IntStream.range(0, drafts.size()).boxed().toList();
            return crowd.map(turns, turn -> {
                together.countDown();
                await(together);
                Draft draft = drafts.get(turn);
                return file(ground.filing(draft.operator()), draft, turn, start);
            });
        }
    }

    private static Filed file(Api operator, Draft draft, int turn, long start) {
        long sent = System.nanoTime() - start;
        String head = "Report %d of %s. ".formatted(turn, draft.caseId());
        String digest = operator.postFile(
                        "/cases/" + draft.caseId() + "/evidence?name=report.txt",
                        "text/plain",
                        BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(PROOF)))
                .body()
                .path("digest")
                .asText();
        Map<String, Object> proved = Map.of("item", "Q1", "answer", "yes", "evidence", List.of(digest));
        String etag = operator.patch(draft.path(), draft.etag(), Map.of("answers", List.of(proved)))
                .etag();
        long submitting = System.nanoTime() - start;
        JsonNode receipt = operator.put(draft.path() + "/submission", etag, Map.of())
                .body()
                .path("receipt")
                .path("receipt");
        return new Filed(receipt, sent, submitting, System.nanoTime() - start);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", asked);
        }
    }

    private void tell(List<Filed> filed, double taken) {
        Percentiles whole = Percentiles.of(
                filed.stream().map(one -> (one.answered() - one.sent()) / 1e6).toList());
        Percentiles last = Percentiles.of(filed.stream()
                .map(one -> (one.answered() - one.submitting()) / 1e6)
                .toList());
        line(
                "%d reports in %.1f s: %.1f/s, three requests each; %d times a server said 503 and when to come again",
                filed.size(), taken, filed.size() / taken, http.turnedAway());
        line(
                "file, report and submission, waits included: p50 %.1f s, p99 %.1f s; the submission alone: p50 %.0f ms, p99 %.0f ms",
                whole.p50() / 1e3, whole.p99() / 1e3, last.p50(), last.p99());
    }

    private void compare(Pgbench pgbench, double perSecond, Ground.Load load) {
        double files = PlainFiles.perSecond(FILE_BYTES, LIMIT_SECONDS);
        line("plain files of %d bytes, written, synced and renamed by one thread: %.0f/s", FILE_BYTES, files);
        line("ratio: reports / plain files = %.3f", perSecond / files);
        if (!Pgbench.present()) {
            out.println("pgbench is not on the path (Debian: apt-get install postgresql-contrib).");
            return;
        }
        int business = load.content().toString().length() + ROW_EXTRA;
        pgbench.prepare();
        double rows = pgbench.run(PGBENCH_CLIENTS, LIMIT_SECONDS, business, OUTBOX_PAYLOAD)
                .perSecond();
        line(
                "pgbench, one transaction of a business row (%d bytes) and an outbox row (%d bytes), %d clients: %.0f/s",
                business, OUTBOX_PAYLOAD, PGBENCH_CLIENTS, rows);
        line("ratio: reports / pgbench = %.4f", perSecond / rows);
    }

    private static Map<String, Object> questionnaire() {
        List<Map<String, Object>> items = IntStream.rangeClosed(1, ANSWERS)
                .mapToObj(n -> Map.<String, Object>of(
                        "id",
                        "Q" + n,
                        "text",
                        Map.of("zh", "第" + n + "项", "en", "Control " + n),
                        "legalReference",
                        "CN-ORDER-11 Art. 11"))
                .toList();
        return Map.of("version", "surge-1", "items", items);
    }

    private static Map<String, Object> content() {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int n = 1; n <= ANSWERS; n++) {
            answers.add(Map.of("item", "Q" + n, "answer", "yes"));
        }
        return Map.of(
                "systems", List.of(Map.of("name", "app 1", "kind", "app", "protectionLevel", 2)), "answers", answers);
    }

    private void line(String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
    }
}
