package org.regulus.local.stack;

import org.regulus.local.Server;

/** Where a running stack can be reached, in a file for the other commands of {@code deploy}. */
final class Addresses {

    private Addresses() {}

    static String of(Ports ports) {
        StringBuilder lines = new StringBuilder();
        Ports.SERVICES.keySet().forEach(name -> lines.append(name.replace("-service", ""))
                .append('=')
                .append(ports.url(ports.service(name)))
                .append('\n'));
        return lines
                + """
                keycloak=%s
                kafka=%s:%d
                postgres=%s:%d
                smtp=%s:%d
                mail=%s
                port-offset=%d
                """
                        .formatted(
                                ports.url(ports.keycloak()),
                                Server.HOST,
                                ports.kafka(),
                                Server.HOST,
                                ports.postgres(),
                                Server.HOST,
                                ports.smtp(),
                                ports.url(ports.mailApi()),
                                ports.offset());
    }
}
