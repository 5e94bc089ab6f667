package org.regulus.notification.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A value of an event that its notice names, such as a date.
 *
 * @param field of the event's data; where it stands more than once, the earliest counts
 */
public record Fact(String field, Kind kind, String zh, String en) {

    public enum Kind {
        /** An instant at which a duty has ended: shown as the last day on which it can be met. */
        LAST_DAY,
        MOMENT,
        DAY,
        /** Whole minor units; the currency stands in the field {@code currency}. */
        MONEY,
        CODE
    }

    public record Line(String label, String value) {}

    private static final String CURRENCY = "currency";
    private static final Map<String, String[]> CODES = Map.of(
            "no-check", new String[] {"未被抽查", "not drawn for a check"},
            "no-issue", new String[] {"未发现问题", "no issue found"},
            "rectified", new String[] {"已完成整改", "rectified"},
            "penalised", new String[] {"已处罚", "penalised"},
            "no-penalty", new String[] {"不予处罚", "no penalty"},
            "no-action", new String[] {"不采取措施", "no action"},
            "fine", new String[] {"罚款", "fine"},
            "warning", new String[] {"警告", "warning"},
            "true", new String[] {"是", "yes"},
            "false", new String[] {"否", "no"});

    static Fact lastDay(String field, String zh, String en) {
        return new Fact(field, Kind.LAST_DAY, zh, en);
    }

    static Fact moment(String field, String zh, String en) {
        return new Fact(field, Kind.MOMENT, zh, en);
    }

    static Fact day(String field, String zh, String en) {
        return new Fact(field, Kind.DAY, zh, en);
    }

    static Fact money(String field, String zh, String en) {
        return new Fact(field, Kind.MONEY, zh, en);
    }

    static Fact code(String field, String zh, String en) {
        return new Fact(field, Kind.CODE, zh, en);
    }

    public List<String> fields() {
        return kind == Kind.MONEY ? List.of(field, CURRENCY) : List.of(field);
    }

    /** How it is written; nothing when the event does not say it. */
    Optional<Line> line(Map<String, String> values, boolean chinese, ZoneId zone) {
        return Optional.ofNullable(values.get(field))
                .map(value -> shown(value, values.get(CURRENCY), chinese, zone))
                .filter(text -> !text.isEmpty())
                .map(text -> new Line(chinese ? zh : en, text));
    }

    private String shown(String value, String currency, boolean chinese, ZoneId zone) {
        return switch (kind) {
            case LAST_DAY -> date(
                    Instant.parse(value).minusNanos(1).atZone(zone).toLocalDate(), chinese);
            case MOMENT -> moment(Instant.parse(value), chinese, zone);
            case DAY -> date(LocalDate.parse(value), chinese);
            case MONEY -> money(Long.parseLong(value), currency);
            case CODE -> code(value, chinese);
        };
    }

    /** Patterns of our own: the JDK's localised ones change with its locale data. */
    private static String date(LocalDate day, boolean chinese) {
        return (chinese
                        ? DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.SIMPLIFIED_CHINESE)
                        : DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH))
                .format(day);
    }

    static String moment(Instant at, boolean chinese, ZoneId zone) {
        return (chinese
                        ? DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE)
                        : DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH))
                .format(at.atZone(zone));
    }

    private static String money(long minor, String currency) {
        if (minor == 0 || currency == null) {
            return "";
        }
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return "%s %,.2f".formatted(currency, BigDecimal.valueOf(minor, digits));
    }

    private static String code(String value, boolean chinese) {
        String[] words = CODES.get(value);
        return words == null ? value : words[chinese ? 0 : 1];
    }
}
