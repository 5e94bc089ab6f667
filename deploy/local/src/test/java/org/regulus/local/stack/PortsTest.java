package org.regulus.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void every_port_moves_by_the_offset_and_none_is_wanted_twice() {
        assertThat(new Ports(1000).all().values())
                .containsExactlyElementsOf(new Ports(0)
                        .all().values().stream().map(port -> port + 1000).toList());
        assertThat(new HashSet<>(new Ports(0).all().values()))
                .hasSameSizeAs(new Ports(0).all().values());
    }

    @Test
    void a_taken_port_is_named_with_what_wants_it_and_the_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ports wanted = new Ports(other.getLocalPort() - new Ports(0).service("filing-service"));
            assertThatExceptionOfType(Sorry.class)
                    .isThrownBy(wanted::requireFree)
                    .withMessageContaining("Port " + other.getLocalPort())
                    .withMessageContaining("filing-service")
                    .withMessageContaining("--port-offset");
        }
    }
}
