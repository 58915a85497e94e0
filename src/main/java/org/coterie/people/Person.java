package org.coterie.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.coterie.problem.Problem;
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

    @Nullable
    Integer leastCompany;

    @Nullable
    Integer mostCompany;

    @Nullable
    String freeTime;

    @Nullable
    Double latitude;

    @Nullable
    Double longitude;

    @Nullable
    Integer withinKm;

    @Nullable
    Boolean onlineOk;

    @Nullable
    String notTheOnlyOneWith;

    boolean newCompany;

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
        this.displayName = displayName.strip();
        this.languages = String.join(",", languages);
        this.timeZone = timeZone;
    }

    /**
     * Replaces the terms on which they meet others; null where none.
     *
     * @param kindred the tags that these name
     */
    void meetOn(@Nullable MatchingPreferences terms, List<Kindred> kindred) {
        notTheOnlyOneWith = Kindred.write(kindred);
        newCompany = terms != null && Boolean.TRUE.equals(terms.newCompany());
        var company = terms == null ? null : terms.groupSize();
        leastCompany = company == null ? null : company.min();
        mostCompany = company == null ? null : company.max();
        var week = Week.of(terms == null ? List.of() : terms.times());
        freeTime = week.isEmpty() ? null : week.write();
        var place =
                terms == null || terms.place() == null ? null : terms.place().roughly();
        latitude = place == null ? null : place.latitude();
        longitude = place == null ? null : place.longitude();
        withinKm = place == null ? null : place.withinKm();
        onlineOk = place == null ? null : place.onlineOk();
    }

    Terms terms() {
        return new Terms(
                id,
                handleKey,
                languages,
                leastCompany == null || mostCompany == null ? null : new Terms.Company(leastCompany, mostCompany),
                latitude == null || longitude == null || withinKm == null || onlineOk == null
                        ? null
                        : new Whereabouts(latitude, longitude, withinKm, onlineOk),
                freeTime,
                timeZone,
                Kindred.read(notTheOnlyOneWith),
                newCompany);
    }

    List<String> languageList() {
        return Terms.languageList(languages);
    }

    /** Handles are compared without case: what is the same in capitals, such as ß and ss, is the same. */
    static String keyOf(String handle) {
        // small letters first, for the capital ẞ is itself in capitals
        String capitals = handle.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(capitals.toLowerCase(Locale.ROOT), Form.NFC);
    }

    /**
     * Somebody who is here.
     *
     * @throws Problem UNKNOWN where nobody has this id
     */
    static Person known(UUID id) {
        return Person.<Person>findByIdOptional(id)
                .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-person", Map.of("id", id)));
    }
}
