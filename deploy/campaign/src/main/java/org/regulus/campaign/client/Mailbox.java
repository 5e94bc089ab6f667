package org.regulus.campaign.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The mails that the local stack's mail catcher took for somebody. */
public final class Mailbox {

    private final Http http;
    private final Stack stack;

    public Mailbox(Http http, Stack stack) {
        this.http = http;
        this.stack = stack;
    }

    /** In the order of arrival; none, when nothing ever came for that address. */
    public List<MimeMessage> of(String address) {
        Answer answer = http.send(HttpRequest.newBuilder(stack.mail("/api/user/" + address + "/messages")));
        List<MimeMessage> mails = new ArrayList<>();
        answer.body().forEach(one -> {
            if (one.has("mimeMessage")) {
                mails.add(mail(one));
            }
        });
        return mails;
    }

    private static MimeMessage mail(JsonNode kept) {
        byte[] source = kept.path("mimeMessage").asText().getBytes(StandardCharsets.UTF_8);
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
        } catch (MessagingException notMail) {
            throw new IllegalStateException(notMail);
        }
    }

    /** The texts of that type in a mail, wherever in it they are. */
    public static List<String> texts(Part mail, String type) {
        try {
            if (mail.isMimeType(type)) {
                return List.of(new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            List<String> found = new ArrayList<>();
            if (mail.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    found.addAll(texts(parts.getBodyPart(i), type));
                }
            }
            return found;
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
