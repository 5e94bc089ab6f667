package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An inspection, the operator it is about, and when its interview is.
 *
 * @param number its place in the order of the play, so that every so many do something particular
 * @param startsAt null, as {@code endsAt}, until the interview is fixed
 */
record Visit(int number, UUID inspectionId, Participant participant, Instant startsAt, Instant endsAt) {

    static Visit unfixed(int number, UUID inspectionId, Participant participant) {
        return new Visit(number, inspectionId, participant, null, null);
    }

    Visit at(JsonNode slot) {
        return new Visit(
                number,
                inspectionId,
                participant,
                Instant.parse(slot.path("startsAt").asText()),
                Instant.parse(slot.path("endsAt").asText()));
    }

    Fate fate() {
        return participant.fate();
    }

    Visit with(Fate other) {
        return new Visit(number, inspectionId, participant.with(other), startsAt, endsAt);
    }

    LocalDate day() {
        return LocalDate.ofInstant(startsAt, Play.ZONE);
    }

    String path() {
        return "/inspections/" + inspectionId;
    }

    /** Whether it is the first, second, … of each so many. */
    boolean isOneIn(int many, int which) {
        return number % many == which;
    }
}
