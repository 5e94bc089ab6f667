package org.regulus.sanctions.document;

import java.util.Arrays;
import java.util.Optional;

/** The documents of a case, each with its templates. */
public enum DocumentKind {
    ORDER("order", "责令限期改正通知书", "Order to rectify"),
    NOTICE("notice", "行政处罚事先告知书", "Notice of an intended penalty"),
    HEARING_NOTICE("hearing-notice", "行政处罚听证通知书", "Notice of a hearing"),
    DECISION("decision", "行政处罚决定书", "Decision on a penalty"),
    DEMAND("demand", "履行行政处罚决定催告书", "Demand to pay");

    private final String code;
    private final String zh;
    private final String en;

    DocumentKind(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    public String code() {
        return code;
    }

    public String title(String language) {
        return "zh".equals(language) ? zh : en;
    }

    public boolean isAboutOrder() {
        return this == ORDER;
    }

    public static Optional<DocumentKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
