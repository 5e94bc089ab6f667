package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.OperatorAccounts;
import org.regulus.campaign.client.Session;

/** Before the campaign: the authorities, the inspectors, the register and the operators' logins. */
final class Preparation {

    private static final int INSPECTORS_MIN = 8;
    private static final int OPERATORS_PER_INSPECTOR = 30;

    private final Play play;

    Preparation(Play play) {
        this.play = play;
    }

    void authorities() {
        Api filing = play.filing(play.admin);
        filing.put(
                "/authorities/MIIT",
                authority(
                        "工业和信息化部",
                        "Ministry of Industry and Information Technology",
                        Map.of(
                                "level",
                                "national",
                                "competence",
                                List.of(Map.of("id", "national", "legalSource", "CN-ORDER-11 Art. 4")))));
        filing.put(
                "/authorities/GDCA",
                authority(
                        "广东省通信管理局",
                        "Guangdong Communications Administration",
                        Map.of(
                                "level",
                                "provincial",
                                "superior",
                                "MIIT",
                                "competence",
                                List.of(Map.of(
                                        "id",
                                        "guangdong-only",
                                        "legalSource",
                                        "CN-TELECOM-REGS Art. 9",
                                        "provinces",
                                        List.of(Sharing.GUANGDONG),
                                        "mostProvinces",
                                        1)))));
        play.progress.say("authorities MIIT and GDCA");
    }

    private static Map<String, Object> authority(String zh, String en, Map<String, Object> jurisdiction) {
        Map<String, Object> authority = new HashMap<>(jurisdiction);
        authority.put("names", Map.of("zh", zh, "en", en));
        authority.put("zone", "Asia/Shanghai");
        return authority;
    }

    /** Each campaign has its inspectors; those of an earlier one, whose August is full, step back. */
    void inspectors(String campaign, int operators) {
        Api inspection = play.inspection(play.officers.manager);
        List<JsonNode> earlier =
                inspection.some("/inspectors", one -> one.path("active").asBoolean());
        play.crowd.each(earlier, one -> {
            String path = "/inspectors/" + one.path("id").asText();
            String etag = inspection.get(path).etag();
            inspection.put(
                    path,
                    etag,
                    inspector(one.path("name").asText(), one.path("staffNumber").asText(), address(one), false));
        });
        int wanted = Math.max(INSPECTORS_MIN, operators / OPERATORS_PER_INSPECTOR);
        play.crowd.each(
                IntStream.rangeClosed(1, wanted).boxed().toList(),
                number -> inspection.post(
                        "/inspectors",
                        inspector(
                                "Inspector %02d (synthetic)".formatted(number),
                                "%s-%03d".formatted(campaign, number),
                                "%s-%03d@regulator.example".formatted(campaign.toLowerCase(Locale.ROOT), number),
                                true)));
        play.progress.say("inspectors: %d", wanted);
    }

    private static String address(JsonNode inspector) {
        return inspector.hasNonNull("email") ? inspector.path("email").asText() : null;
    }

    /** @param email where invitations go to, or null */
    private static Map<String, Object> inspector(String name, String staffNumber, String email, boolean active) {
        Map<String, Object> entry = new HashMap<>(
                Map.of("name", name, "staffNumber", staffNumber, "recusedOperators", List.of(), "active", active));
        entry.put("email", email);
        return entry;
    }

    /** Imports the file and opens a login for the system of every operator on the register. */
    List<Participant> register(String csv) {
        Api filing = play.filing(play.officers.manager);
        JsonNode told = filing.importRegister(csv);
        play.progress.say(
                "register imported: %s rows, %s new, %s updated, %s as before",
                told.path("rows").asText(),
                told.path("imported").asText(),
                told.path("updated").asText(),
                told.path("unchanged").asText());
        List<JsonNode> operators = filing.all("/operators");
        OperatorAccounts accounts = play.cast.operators();
        List<Participant> participants = play.crowd.map(operators, operator -> {
            Session system = accounts.open(UUID.fromString(operator.path("id").asText()));
            system.token();
            return Participant.of(operator, system);
        });
        play.progress.say("operators with a login of their own: %d", participants.size());
        return participants;
    }
}
