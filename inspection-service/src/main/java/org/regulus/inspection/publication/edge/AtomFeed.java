package org.regulus.inspection.publication.edge;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.regulus.inspection.publication.Publication;

/** Publications as an Atom feed. */
final class AtomFeed {

    private AtomFeed() {}

    /** @param rows the last changed first */
    static String of(List<PublicationRow> rows) {
        Instant updated = rows.isEmpty() ? Instant.EPOCH : rows.get(0).changedAt;
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                <id>urn:regulus:published-inspections</id>
                <title>检查结果公示 Published results of inspections</title>
                <updated>%s</updated>
                %s</feed>
                """
                .formatted(updated, rows.stream().map(AtomFeed::entry).collect(Collectors.joining()));
    }

    private static String entry(PublicationRow row) {
        boolean there = row.publication().state() == Publication.State.PUBLISHED;
        String told = there ? "%s, %s, edition %d".formatted(row.basis, row.outcome, row.edition) : "withdrawn";
        return """
                <entry>
                <id>urn:uuid:%s</id>
                <title>%s %s</title>
                <author><name>%s</name></author>
                <updated>%s</updated>
                <published>%s</published>
                <link href="/published-inspections/%s"/>
                <summary>%s</summary>
                </entry>
                """
                .formatted(
                        row.id,
                        escaped(row.caseNumber),
                        row.state,
                        escaped(row.authority),
                        row.changedAt,
                        row.publishedAt,
                        row.id,
                        told);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
