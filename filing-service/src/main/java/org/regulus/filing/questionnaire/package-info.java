/**
 * What a campaign asks of whom, whether it was answered, and what the answers are worth. A questionnaire is data; a question is an item
 * asked about one system, or about the operator as a whole.
 */
package org.regulus.filing.questionnaire;
