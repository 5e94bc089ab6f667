package org.regulus.notification.message;

import java.util.Optional;

/** A message after a move, and what is announced of it: how a message ended is announced, how it got there is not. */
public record Change(Message message, Optional<MessageEvent> event) {}
