package org.regulus.notification.gateway.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.edge.LetterWriter;
import org.regulus.notification.message.edge.Letters.Letter;

/** A letter as gateways are given it. */
@ApplicationScoped
class Postings {

    private final ObjectMapper json;
    private final LetterWriter writer;

    Postings(ObjectMapper json, LetterWriter writer) {
        this.json = json;
        this.writer = writer;
    }

    /** @param to a telephone number, or a postal address in lines */
    record Posting(UUID id, String channel, String to, String name, String language, String subject, String text) {}

    byte[] of(Letter letter) {
        LetterWriter.Words words = writer.words(letter);
        try {
            return json.writeValueAsBytes(new Posting(
                    letter.messageId(),
                    letter.channel(),
                    letter.contact().noticeAddress(),
                    letter.contact().name(),
                    letter.contact().language().code(),
                    words.subject(),
                    letter.channel().equals(Notice.SMS) ? words.brief() : words.text()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
