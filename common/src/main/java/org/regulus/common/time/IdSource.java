package org.regulus.common.time;

import java.util.UUID;

/** Where new ids come from: UUIDv7 (RFC 9562), so that ids sort by the time of their making and keyset paging follows it. */
@FunctionalInterface
public interface IdSource {

    UUID next();
}
