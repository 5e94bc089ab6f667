package org.regulus.campaign.play;

/** What belongs to a whole play, in the order in which it is told. */
enum Act {
    FILED(Part.FILING, "filings in time"),
    RETURNED(Part.FILING, "filings returned and filed again"),
    CORRECTED_CAMPAIGN(Part.FILING, "published campaigns corrected"),
    REFUSED_MORE_TIME(Part.FILING, "requests for more time to file refused"),
    FILED_LATE(Part.FILING, "filings late"),
    SHARED(Part.FILING, "cases shared with a provincial authority"),
    RISK_REPORTED(Part.FILING, "risks reported"),

    DRAWN(Part.INSPECTION, "inspections drawn at random, computed again: the same"),
    REPLACED(Part.INSPECTION, "drawn cases replaced by the next ticket"),
    FOR_OVERDUE(Part.INSPECTION, "inspections for cause: filing overdue"),
    FOR_RISK(Part.INSPECTION, "inspections for cause: risk report"),
    FOR_COMPLAINT(Part.INSPECTION, "inspections for cause: complaint"),
    COMPLAINT_CLOSED(Part.INSPECTION, "complaints closed with a reason"),
    COMPLAINT_HIDDEN(Part.INSPECTION, "complainants whose name only one officer reads"),
    RECUSED(Part.INSPECTION, "inspectors recused, the next ticket in their place"),
    PLANNED(Part.INSPECTION, "interviews planned by the solver"),
    MOVED(Part.INSPECTION, "interviews moved for an absence, few others touched"),
    OTHER_SLOT(Part.INSPECTION, "other slots asked for and granted"),
    INVITED(Part.INSPECTION, "interviews in inspectors' calendars, by invitation"),
    INVITED_AGAIN(Part.INSPECTION, "invitations that moved an interview"),
    FEED_READ(Part.INSPECTION, "private calendar feeds read: the same interviews"),
    FEED_REVOKED(Part.INSPECTION, "private calendar feeds revoked: 404"),
    SIGNED(Part.INSPECTION, "records read back and signed"),
    NOT_SIGNED(Part.INSPECTION, "signatures refused before a witness"),
    RESULT_PUBLISHED(Part.INSPECTION, "results published by themselves"),
    RESULT_CORRECTED(Part.INSPECTION, "published results corrected"),

    ORDERED(Part.RECTIFICATION, "orders served"),
    ACKNOWLEDGED(Part.RECTIFICATION, "orders acknowledged"),
    MORE_TIME(Part.RECTIFICATION, "extensions granted in writing"),
    SUSPENDED(Part.RECTIFICATION, "orders suspended and resumed"),
    VERIFIED(Part.RECTIFICATION, "orders verified"),
    REJECTED(Part.RECTIFICATION, "reports rejected, and the operator interviewed"),
    NEW_TERM(Part.RECTIFICATION, "orders followed in a new term"),
    OVERDUE(Part.RECTIFICATION, "orders overdue"),

    PROPOSED(Part.PENALTY, "penalties proposed and reviewed by another"),
    HEARD(Part.PENALTY, "hearings held by a chair who had no part in it"),
    DISCUSSED(Part.PENALTY, "decisions discussed by three"),
    FINED(Part.PENALTY, "fines paid in time"),
    IN_PARTS(Part.PENALTY, "fines paid in parts"),
    PAID_LATE(Part.PENALTY, "fines paid late, the surcharge as the calculator says"),
    ENFORCED(Part.PENALTY, "fines demanded in vain, and the court asked"),
    CONFISCATED(Part.PENALTY, "gains confiscated"),
    BUSINESS_SUSPENDED(Part.PENALTY, "businesses suspended, until the term was over"),
    PERSON_FINED(Part.PENALTY, "fines of who is directly responsible"),
    WARNED(Part.PENALTY, "warnings"),
    NO_PENALTY(Part.PENALTY, "decisions without a penalty"),
    WITHDRAWN(Part.PENALTY, "proceedings withdrawn, for it was put right after all"),
    CHALLENGED(Part.PENALTY, "decisions upheld in reconsideration"),
    PENALTY_PUBLISHED(Part.PENALTY, "decisions published"),
    PUBLIC_NOTICE(Part.PENALTY, "decisions served by public notice, sixty days later"),

    ASSIGNED(Part.MESSAGES, "cases put into an officer's hands"),
    SAVED_SEARCH(Part.MESSAGES, "saved searches that found them"),
    EXPORTED(Part.MESSAGES, "cases in a workbook, made in the background"),
    HEARD_LIVE(Part.MESSAGES, "events heard live, with a break and without a gap"),
    DIGEST(Part.MESSAGES, "mails of the day to an officer"),
    HELD(Part.MESSAGES, "mails held in quiet hours"),
    NOT_HELD(Part.MESSAGES, "urgent mails that were not held"),
    LETTER(Part.MESSAGES, "letters through the postal service, delivered"),
    BOUNCED(Part.MESSAGES, "mails that came back, and the officers told"),
    PARTNER_TOPIC(Part.MESSAGES, "events on the topic of a partner, filtered and redacted"),
    PARTNER_WEBHOOK(Part.MESSAGES, "events by webhook to a partner, signed"),
    PARTNER_REPLAY(Part.MESSAGES, "events sent to it once more on demand"),
    PROVEN(Part.MESSAGES, "cases proven offline from the signed ledger");

    /** Where in the play it belongs. */
    enum Part {
        FILING,
        INSPECTION,
        RECTIFICATION,
        PENALTY,
        MESSAGES
    }

    final Part part;
    final String words;

    Act(Part part, String words) {
        this.part = part;
        this.words = words;
    }
}
