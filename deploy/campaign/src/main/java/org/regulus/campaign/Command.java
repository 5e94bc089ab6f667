package org.regulus.campaign;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.regulus.campaign.client.Stack;

/** What the commands of this module have in common: UTF-8 output, a sentence instead of a stack trace, an exit code that is true. */
final class Command {

    private static final int WRONG_USE = 2;
    private static final int PORT_OFFSET_MAX = 50_000;

    private Command() {}

    static int run(String usage, IntSupplier command) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        try {
            return command.getAsInt();
        } catch (Arguments.Wrong wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(usage);
            return WRONG_USE;
        } catch (RuntimeException failure) {
            System.err.println(sentence(failure));
            if (System.getenv("REGULUS_TRACE") != null) {
                failure.printStackTrace();
            }
            return 1;
        }
    }

    static Stack stack(Arguments arguments) {
        return new Stack(arguments.number("--port-offset", 0, 0, PORT_OFFSET_MAX));
    }

    /** The project's root, which the scripts tell; else two folders up, where a module's tests run. */
    static Path root() {
        return Path.of(System.getProperty("regulus.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    private static String sentence(Throwable failure) {
        StringBuilder told = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && told.indexOf(cause.getMessage()) < 0) {
                told.append(" (").append(cause.getMessage()).append(')');
            }
        }
        return told.toString();
    }
}
