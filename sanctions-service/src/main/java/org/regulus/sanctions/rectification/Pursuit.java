package org.regulus.sanctions.rectification;

/** Whether a penalty is being, or was, pursued for what the order demands. */
public enum Pursuit {
    NONE,
    PROCEEDING_OPEN
}
