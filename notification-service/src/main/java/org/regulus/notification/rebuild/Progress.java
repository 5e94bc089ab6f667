package org.regulus.notification.rebuild;

import java.util.UUID;

/**
 * How far a rebuild has come: first it reads its source for which event is of which case, then it writes case after case.
 *
 * @param position of the last entry of the ledger, or the count of the records of the topics, that was read
 * @param lastCase that was written, or null
 */
public record Progress(Stage stage, long position, long cases, UUID lastCase) {

    public enum Stage {
        READING,
        WRITING,
        FINISHED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Stage of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** @param last the last entry of a page of the ledger, or null when there was none left */
    public Progress read(Long last) {
        require(Stage.READING);
        return last == null
                ? new Progress(Stage.WRITING, position, cases, lastCase)
                : new Progress(Stage.READING, last, cases, lastCase);
    }

    /** @param written the next case, or null when there was none left */
    public Progress write(UUID written) {
        require(Stage.WRITING);
        return written == null
                ? new Progress(Stage.FINISHED, position, cases, lastCase)
                : new Progress(Stage.WRITING, position, cases + 1, written);
    }

    private void require(Stage needed) {
        if (stage != needed) {
            throw new IllegalStateException("A rebuild is " + stage.word() + ", not " + needed.word());
        }
    }
}
