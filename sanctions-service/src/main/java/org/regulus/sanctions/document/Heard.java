package org.regulus.sanctions.document;

import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.penalty.Arrival;

/**
 * Something new about a document on its way.
 *
 * @param by who handed it over: in that officer's name it is entered
 */
public record Heard(IssuedDocument document, Arrival arrival, OfficerId by) {}
