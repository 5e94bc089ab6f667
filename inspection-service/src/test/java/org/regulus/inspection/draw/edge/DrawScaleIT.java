package org.regulus.inspection.draw.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.regulus.common.testing.Infrastructure;
import org.regulus.inspection.Stage;

/**
 * A measurement, asked for by {@code -Dmeasure -Dregulus.draw.max-frame=5000000 -Dregulus.draw.frame-chunk=20000}: a frame of
 * {@code -Dunits} generated cases from the commitment to the download, over REST.
 */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@EnabledIfSystemProperty(named = "measure", matches = ".*")
class DrawScaleIT {

    private static final Logger LOG = Logger.getLogger(DrawScaleIT.class);

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    private final Stage stage = new Stage();

    @Test
    void from_the_commitment_to_the_download() throws Exception {
        int units = Integer.getInteger("units", 500_000);
        ManyCases.of(stage, units, database);
        stage.inspectors(10);
        Map<String, Object> draw = Map.of(
                "campaignId",
                stage.campaign,
                "sampleSize",
                1_000,
                "seedSource",
                "24 dice",
                "frame",
                Map.of(
                        "strataBy",
                        List.of("province"),
                        "weightBy",
                        "credit-class",
                        "creditRatios",
                        Map.of("A", 1, "B", 4, "C", 15, "D", 75, "none", 4)));
        Response committed =
                timed("commit", () -> stage.as("campaign-manager").body(draw).post("/draws"));
        assertThat(committed.statusCode()).isEqualTo(201);
        String path = "/draws/" + committed.jsonPath().getString("id");
        Response seeded = timed("draw", () -> stage.seed(path, committed.header("ETag"), Stage.DICE));
        assertThat(seeded.statusCode()).isEqualTo(200);
        Path frame = folder.resolve("frame");
        timed("download", () -> download(path + "/frame", frame));
        Files.writeString(
                folder.resolve("record"), given().get(path + "/record").asString() + "\n");
        String kept = System.getProperty("keep");
        if (kept != null) {
            Files.copy(frame, Path.of(kept, "frame"));
            Files.copy(folder.resolve("record"), Path.of(kept, "record"));
        }
        LOG.infof("%d units: frame of %d bytes", units, Files.size(frame));
    }

    private static Path download(String path, Path to) {
        try (InputStream from = given().get(path).asInputStream();
                OutputStream file = Files.newOutputStream(to)) {
            from.transferTo(file);
            return to;
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T done = work.get();
        LOG.infof("%s: %.1f s; heap after the last collection %d MB", what, (System.nanoTime() - start) / 1e9, live());
        return done;
    }

    private static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .map(MemoryPoolMXBean::getCollectionUsage)
                        .filter(Objects::nonNull)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum()
                >> 20;
    }
}
