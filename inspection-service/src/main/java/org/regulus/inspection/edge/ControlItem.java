package org.regulus.inspection.edge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A control item that will be looked at. */
record ControlItem(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 500) String title,
        @NotBlank @Size(max = 200) String legalReference) {}
