package org.regulus.sanctions.casefile;

import java.util.UUID;

/** One thing that an inspection found. */
public record Finding(UUID findingId, String item, String severity, String legalReference) {}
