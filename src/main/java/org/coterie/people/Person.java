package org.coterie.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who has joined. */
@Entity
class Person extends PanacheEntityBase {

    @Id
    UUID id;

    String handle;
    String handleKey;
    String displayName;
    String languages;

    @Nullable
    String timeZone;

    Instant joinedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Person() {}

    Person(NewPerson applicant, Instant joinedAt) {
        // random, not time-ordered: an id tells neither when somebody joined nor who came next
        this.id = UUID.randomUUID();
        this.handle = applicant.handle();
        this.handleKey = keyOf(applicant.handle());
        this.displayName = applicant.shownName();
        this.languages = String.join(",", applicant.spoken());
        this.timeZone = applicant.timeZone();
        this.joinedAt = joinedAt;
    }

    void change(String displayName, List<String> languages, @Nullable String timeZone) {
        this.displayName = displayName;
        this.languages = String.join(",", languages);
        this.timeZone = timeZone;
    }

    List<String> languageList() {
        return languages.isEmpty() ? List.of() : List.of(languages.split(","));
    }

    /** Handles are compared without case. */
    static String keyOf(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }
}
