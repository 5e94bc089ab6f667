package org.regulus.campaign.client;

/** A request that should have been taken was refused: the play cannot go on. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public Refused(String request, Answer answer) {
        super("%s was answered %d: %s".formatted(request, answer.status(), answer.body()));
        this.status = answer.status();
        this.code = answer.code();
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
