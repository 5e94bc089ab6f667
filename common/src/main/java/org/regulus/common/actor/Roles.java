package org.regulus.common.actor;

/** The realm's roles, as they stand in a token. */
public final class Roles {

    public static final String CAMPAIGN_MANAGER = "campaign-manager";
    public static final String CASE_OFFICER = "case-officer";
    public static final String INSPECTOR = "inspector";
    public static final String LEGAL_REVIEWER = "legal-reviewer";
    public static final String DECISION_MAKER = "decision-maker";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";
    public static final String PARTNER = "partner";

    /** Not a person: what hands in the mails that came back, and may do nothing else. */
    public static final String MAIL_SYSTEM = "mail-system";

    public static final String PLATFORM_ADMIN = "platform-admin";

    /** Whoever acts for an authority: in no token, but implied by the six roles above that belong to one (shared configuration). */
    public static final String STAFF = "staff";

    private Roles() {}
}
