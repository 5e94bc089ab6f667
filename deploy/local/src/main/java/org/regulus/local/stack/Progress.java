package org.regulus.local.stack;

/** Whoever wants to know how the stack does. */
interface Progress {

    void say(String line);

    /** A part's state is not what it was. */
    void changed();
}
