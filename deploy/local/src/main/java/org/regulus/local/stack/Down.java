package org.regulus.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.regulus.local.PidFile;
import org.regulus.local.Server;

/** Ends the stack: only processes that it started itself, known by pid and time of start. */
final class Down {

    private static final Duration ORDERLY = Duration.ofSeconds(60);
    private static final Duration HARD = Duration.ofSeconds(10);

    private final Layout layout;

    Down(Layout layout) {
        this.layout = layout;
    }

    void run() {
        Optional<ProcessHandle> supervisor = layout.supervisor().living();
        List<ProcessHandle> parts = layout.livingParts();
        if (supervisor.isEmpty() && parts.isEmpty()) {
            System.out.println("The stack is not running.");
            return;
        }
        supervisor.ifPresent(process -> {
            process.destroy();
            ended(process, ORDERLY);
        });
        end(layout.livingParts());
        List<ProcessHandle> left = layout.livingParts();
        if (!left.isEmpty() || layout.supervisor().living().isPresent()) {
            throw new Sorry("These processes did not end: "
                    + left.stream().map(ProcessHandle::pid).toList());
        }
        System.out.printf("Stopped %d parts. The data stays in %s%n", parts.size(), layout.shown(layout.data()));
    }

    static void end(List<ProcessHandle> parts) {
        parts.forEach(ProcessHandle::destroy);
        parts.forEach(part -> {
            if (!ended(part, HARD)) {
                part.destroyForcibly();
                ended(part, HARD);
            }
        });
    }

    private static boolean ended(ProcessHandle process, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (PidFile.runs(process)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Server.pause();
        }
        return true;
    }
}
