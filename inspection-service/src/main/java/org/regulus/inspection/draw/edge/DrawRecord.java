package org.regulus.inspection.draw.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.inspection.draw.InspectorDraw;

/** Everything that somebody needs to draw again and compare, with nothing of ours but this document. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrawRecord(
        String format,
        UUID drawId,
        String authority,
        UUID campaignId,
        String algorithm,
        String seedSource,
        String reason,
        Instant committedAt,
        int frameSize,
        String frameDigest,
        List<String> frame,
        int sampleSize,
        String seed,
        Instant completedAt,
        List<Drawn> sample,
        String inspectorDomain,
        String inspectorRule,
        List<InspectorDraw.Allotment> inspectors) {

    static final String FORMAT = "regulus-draw-record-1";
    static final String INSPECTOR_RULE =
            "per case in the order of the sample, of those active and not recused: fewest inspections of this draw first, then the smallest ticket of seed + domain + '|' + caseId over the inspector's id; two are drawn";

    /** One unit of the sample with its ticket. */
    record Drawn(String caseId, String ticket) {}
}
