package org.regulus.sanctions.assessment.edge;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The calculator's question as it comes over the wire, unchecked. */
public class AssessmentParameters {

    @QueryParam("regime")
    @Parameter(description = "Whose law; CN when absent", example = "CN")
    String regime;

    @QueryParam("conduct")
    @Parameter(description = "A duty that the act breached; may be repeated", example = "network-protection-duties")
    List<String> conducts;

    @QueryParam("addressee")
    @Parameter(description = "operator (when absent), critical-operator or individual")
    String addressee;

    @QueryParam("actOn")
    @Parameter(description = "The day of the act", example = "2019-09-17")
    String actOn;

    @QueryParam("on")
    @Parameter(description = "The day of the decision; today when absent", example = "2026-02-02")
    String on;

    @QueryParam("refused")
    @DefaultValue("false")
    @Parameter(description = "Whether the operator failed to rectify")
    boolean refused;

    @QueryParam("consequence")
    @Parameter(description = "none (when absent), harm, serious or particularly-serious")
    String consequence;

    @QueryParam("circumstance")
    @Parameter(description = "What may make it lighter; may be repeated", example = "first-offence")
    List<String> circumstances;

    @QueryParam("turnoverMinor")
    @Parameter(description = "Last year's turnover in minor units, where a ceiling depends on it")
    String turnoverMinor;

    @QueryParam("turnoverCurrency")
    @Parameter(description = "CNY when absent")
    String turnoverCurrency;
}
