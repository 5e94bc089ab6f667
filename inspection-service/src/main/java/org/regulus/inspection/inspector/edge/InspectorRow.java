package org.regulus.inspection.inspector.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.draw.InspectorDraw.Candidate;
import org.regulus.inspection.schedule.Availability;

/** An inspector on an authority's register. */
@Entity
@Table(name = "inspector")
public class InspectorRow {

    @Id
    public UUID id;

    public String authority;
    String name;

    @Column(name = "staff_number")
    String staffNumber;

    /** The subject of the inspector's token, when the inspector has a login. */
    public String account;

    /** Where invitations go, when the inspector is written to. */
    String email;

    /** How many events the entry has announced. */
    long announced;

    @Column(name = "recused_operators")
    UUID[] recusedOperators = {};

    /** ISO 639. */
    String[] languages = {"zh"};

    boolean active;

    @Version
    long version;

    public void recuse(UUID operator) {
        recusedOperators = Stream.concat(Stream.of(recusedOperators), Stream.of(operator))
                .distinct()
                .toArray(UUID[]::new);
    }

    public Availability availability(List<Slot> engaged) {
        return new Availability(id, active, Set.of(languages), Set.of(recusedOperators), engaged);
    }

    public Candidate candidate() {
        return new Candidate(id, active, Set.of(recusedOperators));
    }
}
