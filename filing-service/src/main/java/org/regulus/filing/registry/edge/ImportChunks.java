package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.registry.RegisterLine;
import org.regulus.filing.registry.RegistryEntry;

/**
 * Takes some rows of an import, in one transaction with the note of how far it came: after a crash the next instance goes on with the row
 * after, and no row is counted twice.
 */
@ApplicationScoped
class ImportChunks {

    private final Imports imports;
    private final Registry registry;
    private final RegistryConfig config;

    ImportChunks(Imports imports, Registry registry, RegistryConfig config) {
        this.imports = imports;
        this.registry = registry;
        this.config = config;
    }

    /** Answers whether the import is still the asker's; if not, nothing was done. */
    @WithTransaction
    Uni<Boolean> take(UUID id, UUID claim, List<RegisterLine> lines) {
        return Imports.held(id, claim).chain(job -> {
            if (job == null || job.done + 1 != lines.get(0).number()) {
                return Uni.createFrom().item(false);
            }
            return marked(job.id, lines).chain(marked -> registry.take(job.authority, sound(marked), job.dryRun)
                    .chain(counts -> note(job, marked, counts))
                    .chain(() -> imports.renew(job))
                    .replaceWith(true));
        });
    }

    private Uni<Void> note(ImportJobRow job, List<RegisterLine> lines, Registry.Counts counts) {
        List<RegisterLine> flawed =
                lines.stream().filter(line -> !line.isSound()).toList();
        job.done += lines.size();
        job.imported += counts.imported();
        job.updated += counts.updated();
        job.unchanged += counts.unchanged();
        job.rejected += flawed.size();
        job.attempts = 0;
        return flawed.isEmpty() ? Uni.createFrom().voidItem() : keepFlaws(job, flawed);
    }

    private static List<RegistryEntry> sound(List<RegisterLine> lines) {
        return lines.stream()
                .filter(RegisterLine::isSound)
                .map(RegisterLine::entry)
                .toList();
    }

    /** With a flaw for each row whose operator stands in an earlier one. */
    private static Uni<List<RegisterLine>> marked(UUID job, List<RegisterLine> lines) {
        String codes = lines.stream()
                .filter(RegisterLine::isIdentified)
                .map(line -> line.entry().uscc())
                .distinct()
                .collect(Collectors.joining(","));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select uscc from import_seen where job_id = ?1 and uscc = any(string_to_array(?2, ','))",
                                String.class)
                        .setParameter(1, job)
                        .setParameter(2, codes)
                        .getResultList()
                        .call(() -> session.createNativeQuery(
                                        """
                                        insert into import_seen (job_id, uscc)
                                        select ?1, unnest(string_to_array(?2, ',')) on conflict do nothing""")
                                .setParameter(1, job)
                                .setParameter(2, codes)
                                .executeUpdate()))
                .map(seen -> marked(lines, new HashSet<>(seen)));
    }

    private static List<RegisterLine> marked(List<RegisterLine> lines, Set<String> seen) {
        List<RegisterLine> marked = new ArrayList<>();
        for (RegisterLine line : lines) {
            boolean again = line.isIdentified() && !seen.add(line.entry().uscc());
            marked.add(again ? line.doubled() : line);
        }
        return marked;
    }

    private Uni<Void> keepFlaws(ImportJobRow job, List<RegisterLine> flawed) {
        List<ImportFlawRow> rows = new ArrayList<>();
        for (RegisterLine line : flawed) {
            for (Flaw flaw : line.flaws()) {
                rows.add(ImportFlawRow.of(job.id, job.flawsKept + rows.size() + 1, line.number(), flaw));
            }
        }
        List<ImportFlawRow> kept =
                rows.subList(0, Math.min(rows.size(), Math.max(0, config.maxFlaws() - job.flawsKept)));
        job.flawsKept += kept.size();
        return Panache.getSession().chain(session -> session.persistAll(kept.toArray()));
    }
}
