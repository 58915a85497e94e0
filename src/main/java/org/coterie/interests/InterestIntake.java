package org.coterie.interests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Validator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.problem.Fault;
import org.coterie.problem.Faults;
import org.coterie.problem.Problem;
import org.coterie.tags.FoundTag;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagMoves;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Takes what many people care about at once, in the rules of those who say it themselves. Hashtags of their signals
 * become interests; phrases are not looked for, since nobody is there to confirm them.
 */
@ApplicationScoped
public class InterestIntake {

    private static final int MOST_SIGNALS = 100;
    private static final int LONGEST_SIGNAL = 1_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** Writings that were folded lately: a file says the same few words again and again. */
    private static final int FOLDED_LATELY = 10_000;

    private final DataSource database;
    private final MostWritten mostWritten;
    private final TagMoves moves;
    private final SaidOfEach ofEach;
    private final OwnChanges own;
    private final Event<InterestsReplaced> replaced;
    private final InterestRepository repository;
    private final Event<InterestsTaken> taken;
    private final Tags tags;
    private final Validator validator;
    private final Fading fading;
    private final Cache<String, TagName> folded =
            Caffeine.newBuilder().maximumSize(FOLDED_LATELY).build();

    InterestIntake(
            DataSource database,
            InterestsConfig config,
            MostWritten mostWritten,
            TagMoves moves,
            SaidOfEach ofEach,
            OwnChanges own,
            Event<InterestsReplaced> replaced,
            InterestRepository repository,
            Event<InterestsTaken> taken,
            Tags tags,
            Validator validator) {
        this.database = database;
        this.mostWritten = mostWritten;
        this.moves = moves;
        this.ofEach = ofEach;
        this.own = own;
        this.replaced = replaced;
        this.repository = repository;
        this.taken = taken;
        this.fading = new Fading(config.halfLife());
        this.tags = tags;
        this.validator = validator;
    }

    /**
     * An interest, and when it was said.
     *
     * @param expressedAt now where null
     */
    public record Expression(NewInterest interest, @Nullable Instant expressedAt) {}

    /** What one person said, read and found valid. */
    public static final class Said {

        private final @Nullable List<Declared> declared;
        private final List<Message> messages;

        private Said(@Nullable List<Declared> declared, List<Message> messages) {
            this.declared = declared;
            this.messages = messages;
        }

        boolean declares() {
            return declared != null;
        }

        List<Declared> declared() {
            return declared == null ? List.of() : declared;
        }

        List<Message> messages() {
            return messages;
        }
    }

    /** The tags behind the words of several people. */
    public static final class Words {

        private final Map<String, KnownTag> byName;

        private Words(Map<String, KnownTag> byName) {
            this.byName = byName;
        }

        KnownTag tagOf(TagName tag) {
            return Objects.requireNonNull(byName.get(tag.name()), tag.name());
        }

        UUID idOf(TagName tag) {
            return tagOf(tag).id();
        }
    }

    /**
     * What is to be stored for one person.
     *
     * @param isNew whether nothing can be there yet
     */
    public record Expressed(UUID personId, boolean isNew, Said said) {

        boolean saysAnything() {
            return said.declares() || !said.messages().isEmpty();
        }
    }

    /** An interest with everything decided. */
    record Declared(TagName tag, Declaration how, Instant expressedAt, Instant matchesUntil) {

        /** Of somebody who holds it: what this does not say is as it was, but for an end that was over before this was said. */
        Declared over(Declaration before, Fading fading) {
            Instant end = before.until();
            Declaration still = end == null || end.isAfter(expressedAt) ? before : before.endless();
            Declaration merged = how.over(still);
            return new Declared(
                    tag,
                    merged,
                    expressedAt,
                    fading.matchesUntil(merged.effectiveStrength(), expressedAt, merged.until()));
        }

        /** The same as an interest of somebody. */
        Interest by(UUID personId, UUID tagId, String written) {
            var interest = new Interest(personId, tagId);
            interest.label = written;
            interest.stance = how.effectiveStance();
            interest.strength = (short) how.effectiveStrength();
            interest.visibility = how.effectiveVisibility();
            interest.why = how.effectiveWhy();
            interest.expressedAt = expressedAt;
            interest.untilAt = how.until() == null ? null : how.until().truncatedTo(ChronoUnit.MICROS);
            interest.matchesUntil = matchesUntil;
            return interest;
        }

        /** The same, as somebody cares. */
        Declared as(Interest interest) {
            return new Declared(
                    tag,
                    new Declaration(
                            interest.stance,
                            (int) interest.strength,
                            interest.visibility,
                            interest.untilAt,
                            interest.why),
                    interest.expressedAt,
                    interest.matchesUntil);
        }

        Held as(UUID tagId) {
            return new Held(
                    tagId,
                    how.effectiveStance(),
                    how.effectiveStrength(),
                    how.effectiveVisibility() == Visibility.MATCH_ONLY,
                    expressedAt,
                    matchesUntil);
        }
    }

    /** A signal and its hashtags, each as an interest. */
    record Message(String text, Instant saidAt, List<Hashtag> hashtags) {}

    /** Where it stands in the text, and what it declares. */
    record Hashtag(FoundTag found, Declared interest) {}

    /**
     * Reads what one person said.
     *
     * @param expressions in JSON under {@code /interests}; null where nothing is said about them
     * @param signals in JSON under {@code /signals}
     * @throws Problem INVALID, with the place
     */
    public Said read(@Nullable List<Expression> expressions, List<String> signals, Instant now) {
        return new Said(expressions == null ? null : declared(expressions, now), messages(signals, now));
    }

    private List<Declared> declared(List<Expression> expressions, Instant now) {
        if (expressions.size() > Interests.MOST) {
            throw Problem.invalid("/interests", "wrong-size.entries", Map.of("least", 0, "most", Interests.MOST));
        }
        List<Declared> declared = new ArrayList<>(expressions.size());
        for (int i = 0; i < expressions.size(); i++) {
            declared.add(declared(expressions.get(i), "/interests/" + i, now));
        }
        return declared;
    }

    private Declared declared(Expression expression, String pointer, Instant now) {
        NewInterest interest = expression.interest();
        expectValid(interest, pointer);
        Instant expressedAt = expression.expressedAt() == null ? now : expression.expressedAt();
        if (expressedAt.isAfter(now)) {
            throw Problem.invalid(pointer + "/expressedAt", "in-the-future");
        }
        if (expressedAt.isBefore(EARLIEST)) {
            throw Problem.invalid(pointer + "/expressedAt", "out-of-range.before-1900");
        }
        Declaration how = Declaration.of(interest);
        List<Fault> faults = how.faults(pointer, expressedAt);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return declared(tagOf(interest, pointer), how, expressedAt);
    }

    private Declared declared(TagName tag, Declaration how, Instant expressedAt) {
        Instant said = expressedAt.truncatedTo(ChronoUnit.MICROS);
        return new Declared(tag, how, said, fading.matchesUntil(how.effectiveStrength(), said, how.until()));
    }

    /** Most interests are a bare tag: asking the validator about each would take longer than all the rest. */
    private void expectValid(NewInterest interest, String pointer) {
        if (interest.tag() != null && interest.strength() == null && interest.why() == null) {
            return;
        }
        List<Fault> faults = validator.validate(interest).stream()
                .map(Faults::of)
                .map(fault -> new Fault(pointer + fault.pointer(), fault.code(), fault.detail()))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private TagName tagOf(NewInterest interest, String pointer) {
        try {
            return folded.get(interest.tag(), TagName::of);
        } catch (Problem e) {
            throw Problem.invalid(List.of(e.at(pointer + "/tag")));
        }
    }

    private List<Message> messages(List<String> signals, Instant now) {
        if (signals.size() > MOST_SIGNALS) {
            throw Problem.invalid("/signals", "wrong-size.entries", Map.of("least", 0, "most", MOST_SIGNALS));
        }
        Map<String, Message> messages = new LinkedHashMap<>();
        for (int i = 0; i < signals.size(); i++) {
            String text = signals.get(i);
            if (text.isBlank()) {
                throw Problem.invalid("/signals/" + i, "required");
            }
            if (text.codePointCount(0, text.length()) > LONGEST_SIGNAL) {
                throw Problem.invalid(
                        "/signals/" + i, "wrong-size.characters", Map.of("least", 1, "most", LONGEST_SIGNAL));
            }
            messages.put(text, new Message(text, now, hashtags(text, now)));
        }
        return List.copyOf(messages.values());
    }

    private List<Hashtag> hashtags(String text, Instant now) {
        return Tags.hashtagsIn(text).stream()
                .map(found -> new Hashtag(found, declared(found.tag(), Declaration.PLAIN, now)))
                .toList();
    }

    /** The tags of all these words, made where they are missing; before the transaction in which they are stored. */
    public Words wordsOf(Collection<Said> people) {
        Set<TagName> names = new LinkedHashSet<>();
        for (Said said : people) {
            for (Declared declared : said.declared()) {
                names.add(declared.how.effectiveVisibility().told(declared.tag));
            }
            for (Message message : said.messages()) {
                message.hashtags.forEach(hashtag -> names.add(hashtag.found.tag()));
            }
        }
        return new Words(names.isEmpty() ? Map.of() : tags.resolve(names));
    }

    /**
     * Stores what these people said: declared interests replace all they had; a signal they had said before in the same
     * words is renewed. Those who listen for {@link InterestsChanged} are told nothing, see {@link #tell}.
     *
     * @param people each person once
     * @return who was here already, and cares about other things now, or otherwise
     * @throws IllegalStateException with the {@link SQLException}
     */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> store(List<Expressed> people, Words words) {
        List<UUID> known = people.stream()
                .filter(person -> !person.isNew() && person.saysAnything())
                .map(Expressed::personId)
                .toList();
        moves.settle(known);
        try (Connection connection = database.getConnection()) {
            var batch = new IntakeBatch(words, fading, moves);
            batch.forgetRepeatedSignals(people, connection);
            batch.add(people, connection);
            batch.keepOfEach(people, repository, ofEach);
            batch.write(connection, own);
            RejectedTag.forgetWhatIsSaidSince(known);
            repository.comeBackNoMore(batch.gone());
            Set<UUID> changed = batch.changed(people);
            if (!changed.isEmpty()) {
                replaced.fire(new InterestsReplaced(changed));
            }
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException("Interests could not be stored.", e);
        }
    }

    /**
     * Has tags be called as most of their holders write them, where these people declared them in other words; after the
     * transactions that stored it.
     */
    public void callAsMostWrite(Collection<Said> people, Words words) {
        Map<KnownTag, TagName> otherwise = new HashMap<>();
        people.stream()
                .flatMap(said -> said.declared().stream())
                .collect(Collectors.groupingBy(Declared::tag, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(one -> words.tagOf(one.getKey()).isWrittenOtherwise(one.getKey()))
                .sorted(Map.Entry.<TagName, Long>comparingByValue()
                        .reversed()
                        .thenComparing(one -> one.getKey().label()))
                .forEach(oftenest -> otherwise.putIfAbsent(words.tagOf(oftenest.getKey()), oftenest.getKey()));
        mostWritten.lookAtMany(otherwise);
    }

    /**
     * Tells whoever wants to know that what is new of these people is stored; after the transactions that did it.
     *
     * @param few whether they are few enough to be looked at as if each had spoken for themselves
     */
    public void tell(Collection<UUID> people, boolean few) {
        taken.fire(new InterestsTaken(List.copyOf(people), few));
    }
}
