package org.regulus.sanctions;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Days and amounts as a Chinese reader expects them on an official paper. */
public final class Chinese {

    private static final String YUAN = "CNY";

    private Chinese() {}

    public static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    public static String money(Money amount) {
        String figure = BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits())
                .toPlainString();
        String code = amount.currency().getCurrencyCode();
        return code.equals(YUAN) ? "人民币" + figure + "元" : figure + " " + code;
    }
}
