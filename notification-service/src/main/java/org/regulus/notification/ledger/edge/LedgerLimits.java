package org.regulus.notification.ledger.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who signs the ledger's checkpoints, and how often. */
@ConfigMapping(prefix = "regulus.ledger")
interface LedgerLimits {

    /** Names this log among all logs: the first line of each checkpoint, and the name of its keys. No spaces, no plus. */
    @WithDefault("regulator.example/regulus-ledger")
    String origin();

    /** A JWK Set of Ed25519 keys: those with a private part sign, the others are former ones. */
    Path keysFile();

    /** How often a look is taken whether a checkpoint is due; {@code off} for never. */
    @WithDefault("1s")
    String lookEvery();

    /** So many new entries make a checkpoint due at once. */
    @WithDefault("1000")
    int checkpointEntries();

    /** After this time any new entry does. */
    @WithDefault("30s")
    Duration checkpointPause();

    /** Where each checkpoint is copied to, for a witness; nowhere when it is not set. */
    Optional<Path> witnessDirectory();

    /** To whom the newest checkpoint is mailed; nobody when it is not set. */
    Optional<List<String>> witnessMails();

    /** So long after a mail the same witness gets no other. */
    @WithDefault("1h")
    Duration witnessMailPause();

    /** How often topics and ledger are held against each other; {@code off} for never. */
    @WithDefault("60s")
    String reconcileEvery();

    /** Records of one topic, and entries of the ledger, that one run compares at most (and a poll's worth more). */
    @WithDefault("50000")
    int reconcileMax();
}
