package org.regulus.filing.questionnaire.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.jackson.JacksonMixin;
import org.regulus.filing.questionnaire.Questionnaire;

/** What was left out of a questionnaire is not written as null. */
@JacksonMixin({Questionnaire.Item.class, Questionnaire.AnswerForm.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
interface QuestionnaireJson {}
