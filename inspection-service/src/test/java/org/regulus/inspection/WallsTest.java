package org.regulus.inspection;

import org.regulus.common.testing.Walls;

class WallsTest extends Walls {

    WallsTest() {
        super("inspection", 10, "draw", "schedule", "request", "calendar", "onsite", "publication");
    }
}
