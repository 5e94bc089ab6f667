package org.regulus.common.deadline;

import java.time.Instant;
import java.util.UUID;

/**
 * @param kind which handler it is for
 * @param subject the aggregate whose duty it is; with the kind it identifies the deadline
 * @param caseId the case it belongs to (the campaign for a campaign-wide one)
 * @param dueAt the first instant at which the duty is late
 */
public record NewDeadline(String kind, UUID subject, UUID caseId, Instant dueAt) {}
