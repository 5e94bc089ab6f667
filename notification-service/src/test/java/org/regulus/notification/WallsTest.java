package org.regulus.notification;

import org.regulus.common.testing.Walls;

class WallsTest extends Walls {

    WallsTest() {
        super(
                "notification",
                15,
                "ledger",
                "timeline",
                "message",
                "evidence",
                "mail",
                "invitation",
                "officer",
                "bounce",
                "gateway",
                "rebuild",
                "directory",
                "duty",
                "partner",
                "service",
                "export",
                "worklist");
    }
}
