package org.regulus.campaign.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a register of synthetic operators: the same seed gives the same rows, and a longer register begins with the shorter one.
 * Divisions, licence classes and their mix are real; names are made up; organisation codes begin with YY, which nobody is given.
 */
public final class Register {

    public static final String HEADER =
            "uscc,name,province,licence_class,licence_number,system_kinds,notice_email,language,credit_class";

    private static final String[] FIRST = {"云", "海", "星", "青", "远", "恒", "嘉", "盛", "明", "同", "华", "金", "瑞", "信"};
    private static final String[] SECOND = {"帆", "桥", "图", "禾", "岭", "川", "舟", "泽", "路", "石", "林", "泉", "弦", "塔"};
    private static final int SERIALS = 1_000_000;
    private static final int ENGLISH_PERCENT = 12;
    private static final int SECOND_KIND_PERCENT = 35;

    /** How many enterprises of each credit class a city published in 2023 (domain.md, section 2). */
    private static final Map<String, Integer> CREDIT_CLASSES =
            new TreeMap<>(Map.of("A", 31_107, "B", 12_044, "C", 3_682, "D", 721));

    private Register() {}

    public static List<RegisteredOperator> of(String seed, int operators) {
        int offset = Math.floorMod(new Random(number(seed)).nextInt(), SERIALS);
        return IntStream.range(0, operators)
                .mapToObj(i -> operator(new Random(number(seed + "|" + i)), (offset + i) % SERIALS))
                .toList();
    }

    /** The file that the authority imports; its first lines say what it is. */
    public static String csv(String seed, int operators) {
        String rows = of(seed, operators).stream().map(RegisteredOperator::row).collect(Collectors.joining("\n"));
        return """
                # Synthetic register for demonstrations: %d operators, seed "%s". No row is a real business.
                # Names and codes are made up: valid check characters, divisions of GB/T 2260, organisation codes in the reserved range YY.
                %s
                %s
                """
                .formatted(operators, seed, HEADER, rows);
    }

    private static RegisteredOperator operator(Random random, int serial) {
        Province seat = pick(random, List.of(Province.values()), province -> province.weight);
        Licence licence = pick(random, List.of(Licence.values()), choice -> choice.weight);
        String uscc = Uscc.enterprise(seat.code + "0000", "YY" + "%06d".formatted(serial));
        String name = "示例" + FIRST[random.nextInt(FIRST.length)] + SECOND[random.nextInt(SECOND.length)] + "网络科技"
                + "%06d".formatted(serial) + "有限公司";
        String language = random.nextInt(100) < ENGLISH_PERCENT ? "en" : "zh";
        List<String> kinds = kinds(random, licence);
        return new RegisteredOperator(
                uscc,
                name,
                seat.code,
                licence.code,
                licence.number(seat, serial),
                kinds,
                "notices@" + uscc.toLowerCase(Locale.ROOT) + ".example",
                language,
                pick(random, List.copyOf(CREDIT_CLASSES.keySet()), CREDIT_CLASSES::get));
    }

    private static List<String> kinds(Random random, Licence licence) {
        List<String> kinds = new ArrayList<>();
        int first = random.nextInt(licence.kinds.size());
        kinds.add(licence.kinds.get(first));
        if (licence.kinds.size() > 1 && random.nextInt(100) < SECOND_KIND_PERCENT) {
            kinds.add(licence.kinds.get((first + 1) % licence.kinds.size()));
        }
        return kinds;
    }

    private static <T> T pick(Random random, List<T> choices, ToIntFunction<T> weight) {
        int left = random.nextInt(choices.stream().mapToInt(weight).sum());
        for (T choice : choices) {
            left -= weight.applyAsInt(choice);
            if (left < 0) {
                return choice;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private static long number(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
