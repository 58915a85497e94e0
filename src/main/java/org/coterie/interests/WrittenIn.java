package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.UUID;
import org.coterie.language.Reader;
import org.coterie.people.People;
import org.coterie.people.Terms;

/** In which languages somebody may have written what they wrote, where they did not say. */
@ApplicationScoped
class WrittenIn {

    private final People people;
    private final Reader reader;

    WrittenIn(People people, Reader reader) {
        this.people = people;
        this.reader = reader;
    }

    /** Those that the person who asks speaks, or at least reads (BCP 47). */
    List<String> by(UUID me) {
        List<String> spoken = Optional.ofNullable(people.termsOf(List.of(me)).get(me))
                .map(Terms::languageList)
                .orElse(List.of());
        return spoken.isEmpty()
                ? reader.languages().stream()
                        .filter(range -> range.getWeight() > 0)
                        .map(LanguageRange::getRange)
                        .toList()
                : spoken;
    }
}
