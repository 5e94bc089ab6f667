package org.regulus.inspection.onsite.edge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.regulus.common.time.Zones.ThisCentury;
import org.regulus.inspection.onsite.OnSiteRecord.Kind;

/**
 * One entry as the tablet has it: exactly one of the five kinds.
 *
 * @param id given by the tablet, so that a batch can be sent again
 * @param notedAt by the tablet's clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewEntry(
        @NotNull UUID id,
        @NotNull @ThisCentury Instant notedAt,
        @Valid Attendee attendee,
        @Valid Question question,
        @Valid Finding finding,
        @Size(min = 1, max = 10_000) String remark,
        @Valid Amendment amendment) {

    /** @param credentialsShown of an inspector, on own initiative */
    record Attendee(
            @NotNull @Pattern(regexp = "inspector|assistant|operator") String side,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String function,
            boolean credentialsShown) {}

    record Question(
            @NotBlank @Size(max = 4000) String question,
            @NotBlank @Size(max = 10_000) String answer,
            @NotBlank @Size(max = 200) String answeredBy) {}

    /** @param digest SHA-256 of the file, as it is kept elsewhere */
    record Evidence(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
            @NotBlank @Size(max = 500) String label,
            @NotBlank @Size(max = 200) String holder,
            @NotNull @ThisCentury Instant takenAt) {}

    /** @param correction what was done about a minor point on the spot; null when nothing was */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finding(
            @NotBlank @Size(max = 40) String item,
            @NotNull @Pattern(regexp = "minor|major|critical") String severity,
            @NotBlank @Size(max = 200) String legalReference,
            @NotBlank @Size(max = 10_000) String text,
            @NotNull @Size(max = 50) List<@NotNull @Valid Evidence> evidence,
            @Size(min = 1, max = 10_000) String correction) {

        @JsonIgnore
        @AssertTrue(message = "only a minor point can be corrected on the spot")
        public boolean isCorrectionMinor() {
            return correction == null || "minor".equals(severity);
        }
    }

    record Amendment(@NotNull UUID amends, @NotBlank @Size(max = 10_000) String text) {}

    @JsonIgnore
    @AssertTrue(message = "an entry is one of attendee, question, finding, remark, amendment")
    public boolean isOneKind() {
        return Stream.of(attendee, question, finding, remark, amendment)
                        .filter(Objects::nonNull)
                        .count()
                == 1;
    }

    @JsonIgnore
    Kind kind() {
        if (attendee != null) {
            return Kind.ATTENDEE;
        }
        if (question != null) {
            return Kind.QUESTION;
        }
        if (finding != null) {
            return Kind.FINDING;
        }
        return remark != null ? Kind.REMARK : Kind.AMENDMENT;
    }
}
