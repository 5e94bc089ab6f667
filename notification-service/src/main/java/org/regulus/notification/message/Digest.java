package org.regulus.notification.message;

import java.time.Instant;
import java.util.List;

/** What the mail of a day tells of: a line for each event. */
public record Digest(List<Line> lines) {

    /** A mail stays readable; the inbox has the rest. */
    public static final int LINES_MAX = 200;

    public static final Notice.Text ZH = new Notice.Text("今日消息", "您收到以下消息，详情请登录平台查看收件箱。");
    public static final Notice.Text EN = new Notice.Text(
            "Your messages of the day", "These messages have come for you; see your inbox on the platform.");

    public record Line(Notice notice, String caseNumber, Instant at) {}

    public static Notice.Text in(boolean chinese) {
        return chinese ? ZH : EN;
    }
}
