package org.regulus.common.deadline;

import java.time.Instant;
import java.util.UUID;

/** A deadline that has come. */
public record Deadline(UUID id, String kind, UUID subject, UUID caseId, Instant dueAt) {}
