package org.regulus.local.stack;

/** Why the stack cannot do what was asked, in one sentence for the person who asked. */
final class Sorry extends RuntimeException {

    Sorry(String sentence) {
        super(sentence, null, false, false);
    }
}
