package org.regulus.notification.officer.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.notification.directory.Language;
import org.regulus.notification.message.MessageRules;
import org.regulus.notification.message.Rulebook;
import org.regulus.notification.officer.MailHabit;
import org.regulus.notification.officer.edge.OfficerSettings.Settings;

/** Whether, when and of what an officer is written to. The address is that of the token: nobody has mail sent to another. */
@Path("/mail-settings")
@RolesAllowed(Roles.STAFF)
class OfficerSettingResource {

    private static final int TEMPLATES_MAX = 100;

    private final OfficerSettings settings;
    private final Rulebook rules;
    private final InstantSource clock;
    private final CurrentActor actor;
    private final JsonWebToken token;

    OfficerSettingResource(
            OfficerSettings settings, Rulebook rules, InstantSource clock, CurrentActor actor, JsonWebToken token) {
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
        this.actor = actor;
        this.token = token;
    }

    /**
     * @param mail each message at once, daily in one, or none
     * @param zone left out: Asia/Shanghai
     * @param unwanted templates of notices that the law does not demand
     */
    record Wanted(
            @NotNull @Pattern(regexp = "each|daily|none") String mail,
            @Pattern(regexp = "zh|en") String language,
            LocalTime digestAt,
            LocalTime quietFrom,
            LocalTime quietUntil,
            @Size(max = 40) String zone,
            @Size(max = TEMPLATES_MAX) List<@NotNull String> unwanted) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SettingView(
            String mail,
            String language,
            LocalTime digestAt,
            LocalTime quietFrom,
            LocalTime quietUntil,
            String zone,
            List<String> unwanted,
            String address) {
        static SettingView of(Settings settings) {
            MailHabit habit = settings.habit();
            return new SettingView(
                    habit.mode().word(),
                    settings.language().code(),
                    habit.digestAt(),
                    habit.quietFrom(),
                    habit.quietUntil(),
                    habit.zone().getId(),
                    settings.unwanted(),
                    settings.email());
        }
    }

    @GET
    @Operation(
            summary = "How the asker is written to; 404 as long as the asker has said nothing, and is not written to")
    public Uni<SettingView> get() {
        return settings.get(actor.get())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("mail-settings.none", "You have said nothing of your mail"))
                .map(SettingView::of);
    }

    @PUT
    @Operation(summary = "Says how the asker is written to, in place of what was said before")
    public Uni<SettingView> put(@NotNull @Valid Wanted wanted) {
        Settings checked = checked(wanted);
        return settings.put(actor.get(), checked).replaceWith(SettingView.of(checked));
    }

    /** @throws Refusal INVALID {@code mail-settings.refused} with all that is wrong */
    private Settings checked(Wanted wanted) {
        List<Flaw> flaws = new ArrayList<>();
        MailHabit habit = new MailHabit(
                MailHabit.Mode.of(wanted.mail()),
                wanted.digestAt(),
                wanted.quietFrom(),
                wanted.quietUntil(),
                zone(wanted.zone(), flaws));
        flaws.addAll(habit.flaws());
        String address = token.getClaim("email");
        if (address == null && habit.mode() != MailHabit.Mode.NONE) {
            flaws.add(new Flaw("/mail", "mail-settings.no-address", "Your token names no address"));
        }
        List<String> unwanted = wanted.unwanted() == null ? List.of() : wanted.unwanted();
        MessageRules current = rules.at(clock.instant());
        for (int i = 0; i < unwanted.size(); i++) {
            current.unwanted(unwanted.get(i), false, "/unwanted/" + i).ifPresent(flaws::add);
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("mail-settings.refused", "Your mail cannot be sent that way", flaws);
        }
        return new Settings(
                habit, unwanted, address, Language.of(wanted.language() == null ? "zh" : wanted.language()));
    }

    private static ZoneId zone(String id, List<Flaw> flaws) {
        try {
            return ZoneId.of(id == null ? "Asia/Shanghai" : id);
        } catch (DateTimeException unknown) {
            flaws.add(new Flaw("/zone", "mail-settings.zone", "There is no time zone " + id));
            return ZoneId.of("Asia/Shanghai");
        }
    }
}
