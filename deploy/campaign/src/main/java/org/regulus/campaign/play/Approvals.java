package org.regulus.campaign.play;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.regulus.campaign.client.Api;

/** Before an operator is told of its inspection, an officer plans it and the decision maker approves. */
final class Approvals {

    private static final int ITEMS = 3;

    private Approvals() {}

    /** @param path of the inspection, whose inspectors are drawn */
    static void obtain(Play play, String path) {
        Api officer = play.inspection(play.officers.officer);
        List<Map<String, String>> items = IntStream.range(0, ITEMS)
                .mapToObj(item -> Map.of(
                        "code", Questionnaire.id(item),
                        "title", "检查事项（演示）",
                        "legalReference", Questionnaire.reference(item)))
                .toList();
        officer.put(
                path + "/plan", officer.get(path).etag(), Map.of("basis", Questionnaire.reference(0), "items", items));
        Api decider = play.inspection(play.officers.decider);
        decider.put(path + "/plan/approval", decider.get(path).etag(), Map.of());
    }
}
