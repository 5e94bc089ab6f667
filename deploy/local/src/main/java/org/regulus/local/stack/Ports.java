package org.regulus.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.regulus.local.Server;

/** Where everything listens on 127.0.0.1: the ports of design.md, section 7, moved by one number. */
record Ports(int offset) {

    static final Map<String, Integer> SERVICES = services();

    private static Map<String, Integer> services() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("filing-service", 8081);
        ports.put("inspection-service", 8082);
        ports.put("sanctions-service", 8083);
        ports.put("notification-service", 8084);
        return ports;
    }

    int postgres() {
        return 5433 + offset;
    }

    int kafka() {
        return 9092 + offset;
    }

    int keycloak() {
        return 8180 + offset;
    }

    int smtp() {
        return 3025 + offset;
    }

    int mailApi() {
        return 8025 + offset;
    }

    /** Nothing of the stack listens here; a play does, while it lasts. */
    int doorstep() {
        return 8090 + offset;
    }

    int service(String name) {
        return SERVICES.get(name) + offset;
    }

    String url(int port) {
        return "http://" + Server.HOST + ":" + port;
    }

    Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("PostgreSQL", postgres());
        all.put("Kafka", kafka());
        all.put("Kafka's controller", kafka() + 1);
        all.put("Keycloak", keycloak());
        all.put("the mail catcher (SMTP)", smtp());
        all.put("the mail catcher (API)", mailApi());
        SERVICES.keySet().forEach(name -> all.put(name, service(name)));
        return all;
    }

    /** @throws Sorry that says which port, for what, and how to move */
    void requireFree() {
        taken().ifPresent(port -> {
            throw new Sorry(
                    "Port %d, wanted for %s, is taken by another program. End that program, or move all ports of the stack: deploy/up --port-offset %d"
                            .formatted(port.getValue(), port.getKey(), offset + 1000));
        });
    }

    private Optional<Map.Entry<String, Integer>> taken() {
        return all().entrySet().stream().filter(port -> !free(port.getValue())).findFirst();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(Server.HOST), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
