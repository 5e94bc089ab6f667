package org.regulus.notification.ledger.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;
import org.regulus.notification.ledger.HashChain;
import org.regulus.notification.ledger.MerkleTree;
import org.regulus.notification.ledger.Span;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class CheckpointIT {

    private static final HexFormat HEX = HexFormat.of();
    private static final String AUDITOR = Tokens.officer("auditor", "MIIT");

    @Inject
    Database database;

    @Inject
    Checkpoints checkpoints;

    private final Told told = Told.anew("MIIT");

    /** The newest checkpoint, after one was made of whatever is new. */
    static String checkpoint(Checkpoints checkpoints) {
        makeIfDue(checkpoints, 1, 0);
        return given().get("/ledger/checkpoints/latest")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void makeIfDue(Checkpoints checkpoints, int entries, double pauseSeconds) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> checkpoints.makeIfDue(entries, pauseSeconds));
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whether each checkpoint's own event has come back and is in the ledger. */
    static boolean entered(Database database) {
        return database.count("select count(*) from ledger_checkpoint")
                == database.count(
                        "select count(*) from ledger_entry where type = '%s'".formatted(Checkpoints.CHECKPOINTED));
    }

    @BeforeEach
    void some_entries() {
        for (int i = 0; i < TamperingIT.LEAST; i++) {
            told.tell("filing.filing-submitted");
        }
        told.awaitTimeline(TamperingIT.LEAST);
    }

    @Test
    void a_checkpoint_has_the_root_of_all_entries_so_far() {
        String[] lines = checkpoint(checkpoints).split("\n");
        MerkleTree tree = new MerkleTree();
        leaves(Integer.parseInt(lines[1])).forEach(tree::add);
        assertThat(lines[0]).isEqualTo("regulator.example/regulus-ledger");
        assertThat(lines[2]).isEqualTo(Base64.getEncoder().encodeToString(tree.root()));
        as(AUDITOR).get("/ledger/verification").then().body("intact", equalTo(true));
    }

    @Test
    void it_is_announced_once_and_its_own_event_makes_no_other_due() {
        checkpoint(checkpoints);
        Told.await("its event").until(() -> entered(database));
        makeIfDue(checkpoints, 1, 0);
        makeIfDue(checkpoints, 1, 0);
        assertThat(entered(database)).isTrue();
    }

    @Test
    void none_is_made_before_enough_entries_or_time() {
        String before = checkpoint(checkpoints);
        told.tell("filing.filing-accepted");
        told.awaitTimeline(TamperingIT.LEAST + 1);
        makeIfDue(checkpoints, 1_000, 3_600);
        assertThat(given().get("/ledger/checkpoints/latest").asString()).isEqualTo(before);
        assertThat(checkpoint(checkpoints)).isNotEqualTo(before);
    }

    @Test
    void proofs_lead_from_a_leaf_and_from_an_earlier_size_to_the_root() {
        int size = (int) database.count("select position from ledger_head");
        List<byte[]> leaves = leaves(size);
        for (int position : List.of(1, size / 2, size)) {
            JsonPath proof = proof("/ledger/inclusion?position=%d&size=%d", position, size);
            assertThat(proof.getString("leafHash")).isEqualTo(HEX.formatHex(leaves.get(position - 1)));
            assertThat(HEX.formatHex(followed(position - 1, size, proof))).isEqualTo(proof.getString("rootHash"));
            JsonPath grown = proof("/ledger/consistency?from=%d&to=%d", position, size);
            assertThat(grown.getString("fromRootHash")).isEqualTo(root(leaves, new Span(0, position)));
            assertThat(grown.getString("toRootHash")).isEqualTo(root(leaves, new Span(0, size)));
            assertThat(grown.<String>getList("hashes"))
                    .isEqualTo(Span.ofConsistency(position, size).stream()
                            .map(span -> root(leaves, span))
                            .toList());
        }
    }

    @Test
    void a_case_is_proven_to_its_authority_alone() {
        int size = Integer.parseInt(checkpoint(checkpoints).split("\n")[1]);
        String path = "/cases/%s/proof".formatted(told.caseId());
        JsonPath bundle =
                as(told.officer()).get(path).then().statusCode(200).extract().jsonPath();
        assertThat(bundle.getList("events")).hasSize(TamperingIT.LEAST);
        assertThat(bundle.getString("count"))
                .startsWith("regulator.example/regulus-ledger/case\n%s\n%d\n%d\n%s\n\n— "
                        .formatted(
                                told.caseId(),
                                TamperingIT.LEAST,
                                size,
                                bundle.getString("checkpoint").split("\n")[2]));
        MerkleTree tree = new MerkleTree();
        leaves(size).forEach(tree::add);
        for (int i = 0; i < TamperingIT.LEAST; i++) {
            String event = "events[%d].".formatted(i);
            byte[] leaf = HashChain.leaf(bundle.getString(event + "canonical"));
            assertThat(followed(leaf, bundle.getInt(event + "position") - 1, size, bundle.getList(event + "inclusion")))
                    .isEqualTo(tree.root());
        }
        problem(as(Tokens.officer("case-officer", "GDCA")).get(path).then(), 404, "case.unknown");
        problem(as(told.operator()).get(path).then(), 403, "auth.forbidden");
        TokenRefusals.check(path);
    }

    @Test
    void what_somebody_took_out_of_the_timeline_is_in_the_proof_all_the_same() throws Exception {
        checkpoint(checkpoints);
        database.execute(
                """
                delete from timeline_entry where id in
                  (select id from timeline_entry where case_id = '%s' order by id limit 1)"""
                        .formatted(told.caseId()));
        as(told.officer())
                .get("/cases/%s/proof".formatted(told.caseId()))
                .then()
                .body("events.size()", equalTo(TamperingIT.LEAST));
    }

    @Test
    void what_cannot_be_proven_is_refused() {
        problem(as(AUDITOR).get("/ledger/inclusion?position=3&size=2").then(), 422, "proof.beyond");
        problem(as(AUDITOR).get("/ledger/consistency?from=3&to=2").then(), 422, "proof.beyond");
        problem(as(AUDITOR).get("/ledger/inclusion?position=0&size=2").then(), 422, "request.invalid");
        problem(as(AUDITOR).get("/ledger/inclusion?position=1&size=99999999").then(), 409, "ledger.shorter");
        problem(as(told.officer()).get("/ledger/inclusion?position=1&size=1").then(), 403, "auth.forbidden");
        problem(as(told.operator()).get("/ledger/inclusion?position=1&size=1").then(), 403, "auth.forbidden");
        given().get("/ledger/consistency?from=1&to=1").then().statusCode(200);
    }

    @Test
    void a_witness_asks_without_login_whether_what_it_kept_still_holds() {
        String note = checkpoint(checkpoints);
        assertThat(outcome(note)).isEqualTo("contained");
        assertThat(outcome(note.replace("\n\n", "\n\n ").replace("Z", "Y"))).isEqualTo("not-genuine");
        List<String> keys =
                given().get("/ledger/checkpoints/keys").then().extract().path("verifiers");
        assertThat(keys).hasSize(2).allMatch(key -> key.startsWith("regulator.example/regulus-ledger+"));
        long size = Long.parseLong(note.split("\n")[1]);
        given().get("/ledger/checkpoints?limit=1&after=" + (size - 1)).then().body("items[0].note", equalTo(note));
    }

    private static String outcome(String note) {
        return given().contentType("application/json")
                .body(Map.of("note", note))
                .post("/ledger/checkpoints/verification")
                .then()
                .statusCode(200)
                .extract()
                .path("outcome");
    }

    private static JsonPath proof(String path, int first, int second) {
        return as(AUDITOR)
                .get(path.formatted(first, second))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static byte[] followed(int leaf, int size, JsonPath proof) {
        return followed(HEX.parseHex(proof.getString("leafHash")), leaf, size, proof.getList("hashes"));
    }

    /** RFC 9162, section 2.1.3.2. */
    private static byte[] followed(byte[] leafHash, int leaf, int size, List<String> path) {
        int at = leaf;
        int last = size - 1;
        byte[] node = leafHash;
        for (String sibling : path) {
            if ((at & 1) == 1 || at == last) {
                node = HashChain.link(HEX.parseHex(sibling), node);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                node = HashChain.link(node, HEX.parseHex(sibling));
            }
            at >>= 1;
            last >>= 1;
        }
        return node;
    }

    private static String root(List<byte[]> leaves, Span span) {
        MerkleTree tree = new MerkleTree();
        leaves.subList((int) span.from(), (int) span.to()).forEach(tree::add);
        return HEX.formatHex(tree.root());
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        while (leaves.size() < size) {
            as(AUDITOR)
                    .get("/ledger/entries?limit=%d&after=%d"
                            .formatted(Math.min(1_000, size - leaves.size()), leaves.size()))
                    .then()
                    .extract()
                    .<List<String>>path("items.leafHash")
                    .forEach(leaf -> leaves.add(HEX.parseHex(leaf)));
        }
        return leaves;
    }
}
