package org.regulus.filing.evidence.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.regulus.filing.evidence.EvidencePolicy;

/** How proofs are taken and where they are kept. */
@ConfigMapping(prefix = "regulus.evidence")
interface EvidenceConfig {

    /** Of one file; quarkus.http.limits.max-body-size must be greater. */
    @WithDefault("31457280")
    long maxBytes();

    /** Of all files of one case. */
    @WithDefault("524288000")
    long quotaBytes();

    /** As the content says; CSV is {@code text/plain}. */
    @WithDefault("application/pdf,image/png,image/jpeg,text/plain,application/zip,application/xml,"
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/json")
    Set<String> types();

    /** Files arrive here. With the store {@code files} they stay here as well: one directory for all instances. */
    Path directory();

    /** {@code files} or {@code s3}. */
    @WithDefault("files")
    String store();

    BucketConfig s3();

    /** host:port of a clamd that looks at every file before it is kept; none by default. */
    Optional<String> clamd();

    default EvidencePolicy policy() {
        return new EvidencePolicy(maxBytes(), types(), quotaBytes());
    }
}
