package org.regulus.campaign.play;

import java.util.List;
import java.util.UUID;
import org.regulus.campaign.client.Doorstep;

/** Who follows the campaign besides those who act in it: an officer who listens, officers by mail, a partner, an auditor. */
final class Onlookers {

    private final Live live;
    private final OfficerMail mail;
    private final Partner partner;
    private final Proof proof;

    Onlookers(Play play, Doorstep doorstep) {
        live = new Live(play);
        mail = new OfficerMail(play);
        partner = new Partner(play, doorstep);
        proof = new Proof(play);
    }

    void beforeTheNotice() {
        live.begin();
        mail.wantDigest();
    }

    void onceThereIs(UUID campaign) {
        partner.subscribe(campaign);
    }

    void beforeTheInspections() {
        live.again();
        mail.keepQuiet();
    }

    void inTheEnd(List<Participant> participants, int complaints, Evidence.Findings found) {
        mail.check(complaints);
        partner.check(found.eventsByType());
        live.check(participants, found.eventsByCase());
        proof.check(found.eventsByCase());
    }
}
