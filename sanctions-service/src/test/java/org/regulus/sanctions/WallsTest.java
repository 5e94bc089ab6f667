package org.regulus.sanctions;

import org.regulus.common.testing.Walls;

class WallsTest extends Walls {

    WallsTest() {
        super(
                "sanctions",
                20,
                "rectification",
                "penalty",
                "ruleset",
                "casefile",
                "assessment",
                "clock",
                "figures",
                "document");
    }
}
