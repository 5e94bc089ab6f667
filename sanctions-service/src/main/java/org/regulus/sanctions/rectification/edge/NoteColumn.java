package org.regulus.sanctions.rectification.edge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.regulus.sanctions.rectification.OrderNote;

/** A note as it is stored and shown: it carries the name of its kind, which never changes. */
record NoteColumn(
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
                @JsonSubTypes({
                    @Type(value = OrderNote.Acknowledged.class, name = "acknowledged"),
                    @Type(value = OrderNote.Served.class, name = "served"),
                    @Type(value = OrderNote.ExtensionRequested.class, name = "extension-requested"),
                    @Type(value = OrderNote.ExtensionDecided.class, name = "extension-decided"),
                    @Type(value = OrderNote.Suspended.class, name = "suspended"),
                    @Type(value = OrderNote.Resumed.class, name = "resumed"),
                    @Type(value = OrderNote.TermRenewed.class, name = "term-renewed"),
                    @Type(value = OrderNote.Referred.class, name = "referred"),
                    @Type(value = OrderNote.TakenOver.class, name = "taken-over"),
                    @Type(value = OrderNote.Interviewed.class, name = "interviewed")
                })
                OrderNote note) {}
