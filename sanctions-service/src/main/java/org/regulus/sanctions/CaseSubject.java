package org.regulus.sanctions;

import java.util.UUID;

/** Whose case it is: one operator under one authority. Every duty and every penalty belongs to exactly one. */
public record CaseSubject(UUID caseId, UUID operatorId, String authority) {}
