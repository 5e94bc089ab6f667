package org.regulus.campaign.client;

import java.net.URI;

/** The addresses of a local stack; all of them move with the port offset. */
public record Stack(int portOffset) {

    public static final String HOST = "127.0.0.1";

    /** The services that a campaign is played against. */
    public enum Service {
        FILING(8081),
        INSPECTION(8082),
        SANCTIONS(8083),
        NOTIFICATION(8084);

        private final int port;

        Service(int port) {
            this.port = port;
        }
    }

    public URI at(Service service, String path) {
        return http(service.port, path);
    }

    public URI accounts(String path) {
        return http(8180, path);
    }

    public URI mail(String path) {
        return http(8025, path);
    }

    /** Where a partner and the postal service of a play are reached, while it lasts; the local stack is set up for it. */
    public int doorstep() {
        return 8090 + portOffset;
    }

    public URI doorstep(String path) {
        return http(8090, path);
    }

    public String kafka() {
        return HOST + ":" + (9092 + portOffset);
    }

    public int postgresPort() {
        return 5433 + portOffset;
    }

    private URI http(int port, String path) {
        return URI.create("http://" + HOST + ":" + (port + portOffset) + path);
    }
}
