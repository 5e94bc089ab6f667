package org.regulus.notification.service;

import java.util.Optional;

/**
 * Something that was done to serve a document, and what it led to. It is never taken out: who was served by public notice may ask how
 * else it was tried.
 *
 * @param evidence SHA-256 of what proves it; what comes by law alone has none
 */
public record Step(ServiceState outcome, Optional<String> evidence, String by) {}
