package org.regulus.inspection.draw;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/** A draw of the same campaign by the same authority before this one. Each commitment names all of them. */
public record EarlierDraw(UUID id, Draw.State state, String commitmentDigest) {

    /**
     * Of several commitments at once the one whose outcome suits could be completed: so there is one at a time.
     *
     * @throws Refusal INVALID {@code draw.reason-required}, CONFLICT {@code draw.open}
     */
    public static void admit(List<EarlierDraw> earlier, String reason) {
        if (!earlier.isEmpty() && (reason == null || reason.isBlank())) {
            throw Refusal.invalid(
                    "draw.reason-required", "There is a draw for this campaign: say why there is another");
        }
        if (earlier.stream().anyMatch(one -> one.state == Draw.State.COMMITTED)) {
            throw Refusal.conflict(
                    "draw.open",
                    "A draw of this campaign waits for its seed: complete it, or abandon it with a reason");
        }
    }

    Map<String, Object> published() {
        return Map.of("drawId", id.toString(), "state", state.word(), "commitmentDigest", commitmentDigest);
    }
}
