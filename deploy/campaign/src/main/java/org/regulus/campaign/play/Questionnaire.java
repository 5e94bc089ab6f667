package org.regulus.campaign.play;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the 2019 self-evaluation asks, in our own words; the references are to the rules then in force. */
public final class Questionnaire {

    private record Item(String zh, String en, String reference) {}

    private static final List<Item> ITEMS = List.of(
            new Item("定级备案", "Are all systems graded and the grades filed?", "CN-ORDER-11 Art. 7, 8"),
            new Item(
                    "符合性评测", "Was the compliance evaluation done at the interval of the grade?", "CN-ORDER-11 Art. 11"),
            new Item("安全风险评估", "Was the risk assessment done at the interval of the grade?", "CN-ORDER-11 Art. 12"),
            new Item("日志留存", "Are network logs kept for six months or more?", "CN-CSL-2017 Art. 21"),
            new Item("应急预案", "Is there an incident plan, and was it exercised?", "CN-CSL-2017 Art. 25"),
            new Item(
                    "弱口令与漏洞",
                    "Are there no weak passwords and no known medium or high vulnerabilities?",
                    "CN-CSL-2017 Art. 25"),
            new Item(
                    "用户个人信息保护",
                    "Is users' personal information collected and kept as the rules say?",
                    "CN-ORDER-24 Art. 9, 13"),
            new Item("安全责任制", "Is one person answerable for network security?", "CN-CSL-2017 Art. 21"));

    private Questionnaire() {}

    public static Map<String, Object> body() {
        return Map.of("version", "2019-1", "items", items());
    }

    private static List<Map<String, Object>> items() {
        return IntStream.range(0, ITEMS.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "id",
                        id(i),
                        "text",
                        Map.of("zh", ITEMS.get(i).zh(), "en", ITEMS.get(i).en()),
                        "legalReference",
                        ITEMS.get(i).reference()))
                .toList();
    }

    static String id(int index) {
        return "Q" + (index + 1);
    }

    static String reference(int index) {
        return ITEMS.get(index).reference();
    }

    /** A self-evaluation that says yes to nearly everything; the second attempt is the better one. */
    static Map<String, Object> filing(Participant participant, boolean second) {
        return filing(participant.systemKinds(), participant.uscc().hashCode(), second);
    }

    public static Map<String, Object> filing(List<String> systemKinds, int variety, boolean second) {
        int weak = Math.floorMod(variety, ITEMS.size());
        List<Map<String, Object>> systems = systemKinds.stream()
                .map(kind -> Map.<String, Object>of("name", kind + " 1", "kind", kind, "protectionLevel", level(kind)))
                .toList();
        List<Map<String, Object>> answers = IntStream.range(0, ITEMS.size())
                .mapToObj(i -> i != weak
                        ? Map.<String, Object>of("item", id(i), "answer", "yes")
                        : Map.<String, Object>of("item", id(i), "answer", second ? "partly" : "no", "reason", "整改中"))
                .toList();
        return Map.of("systems", systems, "answers", answers);
    }

    /** A good answer, with its proof. */
    static Map<String, Object> proved(Participant participant, String digest) {
        int weak = Math.floorMod(participant.uscc().hashCode(), ITEMS.size());
        return Map.of("item", id((weak + 1) % ITEMS.size()), "answer", "yes", "evidence", List.of(digest));
    }

    private static int level(String kind) {
        return switch (kind) {
            case "public-cloud", "messaging", "transaction" -> 3;
            default -> 2;
        };
    }
}
