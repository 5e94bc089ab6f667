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
    private static final Map<String, String[]> CODES = Map.ofEntries(
            code("no-check", "未被抽查", "not drawn for a check"),
            code("no-issue", "未发现问题", "no issue found"),
            code("rectified", "已完成整改", "rectified"),
            code("penalised", "已处罚", "penalised"),
            code("no-penalty", "不予处罚", "no penalty"),
            code("transferred", "移送司法机关", "transferred to those who pursue crimes"),
            code("no-action", "不采取措施", "no action"),
            code("fine", "罚款", "fine"),
            code("warning", "警告", "warning"),
            code("filing", "提交自查报告", "file the self-evaluation report"),
            code("interview", "现场检查", "on-site interview"),
            code("rectification", "完成整改", "rectify"),
            code("defence", "陈述申辩", "make a statement and a defence"),
            code("hearing", "参加听证", "attend the hearing"),
            code("commitment", "履行约谈时承诺的事项", "do what was undertaken in the interview"),
            code("payment", "缴纳罚款", "pay the fine"),
            code("notice", "行政处罚事先告知书", "prior notice"),
            code("hearing-notice", "听证通知书", "notice of the hearing"),
            code("demand", "催告书", "demand to pay"),
            code("true", "是", "yes"),
            code("false", "否", "no"));

    private static Map.Entry<String, String[]> code(String code, String zh, String en) {
        return Map.entry(code, new String[] {zh, en});
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
