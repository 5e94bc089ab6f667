package org.regulus.sanctions.document;

import java.util.Map;
import java.util.Set;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.OfficerId;

/**
 * A document as the case would have it now.
 *
 * @param recused who has no part in the proceeding that it is of
 */
public record Draft(CaseSubject about, Map<String, String> facts, Set<OfficerId> recused) {}
