package org.regulus.sanctions.rectification;

/** What people call an order, such as {@code MIIT-2019-R-000001}: gapless per authority and year, so that none can vanish unnoticed. */
public record OrderNumber(String authority, int year, int serial) {

    public OrderNumber {
        if (serial < 1) {
            throw new IllegalArgumentException("Order numbers start at 1, not " + serial);
        }
    }

    @Override
    public String toString() {
        return "%s-%04d-R-%06d".formatted(authority, year, serial);
    }
}
