package org.regulus.campaign.registry;

import java.util.List;

/** One row of the register that an authority imports. */
public record RegisteredOperator(
        String uscc,
        String name,
        String province,
        String licenceClass,
        String licenceNumber,
        List<String> systemKinds,
        String noticeEmail,
        String language,
        String creditClass) {

    String row() {
        return String.join(
                ",",
                uscc,
                name,
                province,
                licenceClass,
                licenceNumber,
                String.join(";", systemKinds),
                noticeEmail,
                language,
                creditClass);
    }
}
