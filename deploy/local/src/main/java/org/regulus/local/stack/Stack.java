package org.regulus.local.stack;

import java.util.Arrays;
import java.util.List;
import org.regulus.local.Parts;

/** The commands {@code deploy/up}, {@code deploy/down} and {@code deploy/status}; {@code install} is the build's. */
public final class Stack {

    private Stack() {}

    public static void main(String[] arguments) throws InterruptedException {
        Layout layout = new Layout(Parts.root().toAbsolutePath().normalize());
        List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            switch (arguments[0]) {
                case "up" -> new Up(layout, Options.parse(options)).run();
                case "supervise" -> new Supervisor(
                                layout, new Ports(Options.parse(options).portOffset()))
                        .run();
                case "install" -> new Keycloak(layout, new Ports(0)).install(System.out::println);
                case "down" -> new Down(layout).run();
                case "status" -> System.exit(new Status(layout).show() ? 0 : 1);
                default -> throw new Sorry("Unknown command " + arguments[0] + ".");
            }
        } catch (Sorry sentence) {
            System.err.println(sentence.getMessage());
            System.exit(1);
        }
    }
}
