package org.regulus.notification.directory;

import org.regulus.common.problem.Refusal;

/** What an operator is written to in. */
public enum Language {
    ZH,
    EN;

    /** @throws Refusal INVALID {@code directory.language} */
    public static Language of(String code) {
        return switch (code) {
            case "zh" -> ZH;
            case "en" -> EN;
            default -> throw Refusal.invalid("directory.language", "Notices are written in zh or en, not in " + code);
        };
    }

    public String code() {
        return this == ZH ? "zh" : "en";
    }
}
