package org.regulus.filing;

import org.regulus.common.testing.Walls;

class WallsTest extends Walls {

    WallsTest() {
        super(
                "filing",
                33,
                "registry",
                "campaign",
                "questionnaire",
                "evidence",
                "casefile",
                "jurisdiction",
                "obligation",
                "risk");
    }
}
