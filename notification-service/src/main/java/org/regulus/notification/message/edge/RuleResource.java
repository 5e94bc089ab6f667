package org.regulus.notification.message.edge;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.Zones;
import org.regulus.notification.directory.Contact;
import org.regulus.notification.directory.Language;
import org.regulus.notification.message.MessageRules;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.Rulebook;
import org.regulus.notification.message.edge.Letters.Letter;

/** Who is told what, for those who answer for it: the rules as they are, and what an event would lead to. Nothing is sent. */
@Path("/message-rules")
@RolesAllowed({Roles.STAFF, Roles.PLATFORM_ADMIN})
class RuleResource {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Rulebook rules;
    private final Facts facts;
    private final LetterWriter writer;
    private final InstantSource clock;

    RuleResource(Rulebook rules, Facts facts, LetterWriter writer, InstantSource clock) {
        this.rules = rules;
        this.facts = facts;
        this.writer = writer;
        this.clock = clock;
    }

    record Rules(List<MessageRules> versions) {}

    /** @param data of the event, as its contract says; what it leaves out is not shown */
    record Event(@NotBlank String type, @NotNull JsonNode data, Instant at) {}

    record Written(String subject, String text) {}

    record Told(String recipient, List<String> channels) {}

    record Preview(int version, String template, boolean legal, List<Told> to, Written zh, Written en) {}

    @GET
    @Operation(summary = "All versions of the message rules")
    public Rules all() {
        return new Rules(rules.versions());
    }

    @POST
    @Path("/preview")
    @Operation(summary = "Whom an event would tell, by which channel, in which words")
    public Preview preview(@NotNull @Valid Event event) {
        Instant at = event.at() == null ? clock.instant() : event.at();
        Notice notice = rules.about(event.type(), at)
                .orElseThrow(() -> Refusal.notFound("message-rules.none", "Nobody is told of " + event.type()));
        return new Preview(
                notice.rules(),
                notice.template(),
                notice.legal(),
                notice.to().entrySet().stream()
                        .map(one -> new Told(one.getKey(), one.getValue()))
                        .toList(),
                written(notice, event.data(), at, Language.ZH),
                written(notice, event.data(), at, Language.EN));
    }

    private Written written(Notice notice, JsonNode data, Instant at, Language language) {
        boolean chinese = language == Language.ZH;
        Contact somebody = new Contact(chinese ? "（名称）" : "(name)", "", language);
        Letter letter =
                new Letter(NOBODY, notice, 1, values(notice, data, chinese), at, "…", "…", somebody, Notice.MAIL, null);
        return new Written(notice.in(chinese).subject(), writer.text(letter, chinese));
    }

    /** @throws Refusal INVALID {@code message-rules.data} when a value is not what its fact is written from */
    private Map<String, String> values(Notice notice, JsonNode data, boolean chinese) {
        Map<String, String> values = facts.read(facts.of(notice, data, 1));
        try {
            notice.lines(values, chinese, Zones.REGULATOR);
            return values;
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw Refusal.invalid(
                    "message-rules.data", "A value is not one of that event's: " + unreadable.getMessage());
        }
    }
}
