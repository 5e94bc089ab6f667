package org.regulus.inspection.draw.edge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Who falls out of a draw and why. All of it is published.
 *
 * @param reason a code
 * @param explanation what makes it so
 */
record NewReplacement(
        @NotNull UUID caseId,
        @NotNull @Pattern(regexp = "operator-ceased|case-transferred|case-closed|already-inspected|other")
                String reason,
        @NotBlank @Size(max = 2000) @Pattern(regexp = NewDraw.PLAIN) String explanation) {}
