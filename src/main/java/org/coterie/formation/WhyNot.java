package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.formation.WhyNotView.Help;
import org.coterie.formation.WhyNotView.Hindrance;
import org.coterie.formation.WhyNotView.Parting;
import org.coterie.groups.Seating;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.language.Text;
import org.coterie.live.Live;
import org.coterie.people.Loosening;
import org.coterie.people.People;
import org.coterie.people.PersonView;
import org.coterie.people.Term;
import org.coterie.people.Terms;
import org.coterie.people.TermsChange;
import org.coterie.tags.Tags;

/**
 * Why somebody is in no group, as a counterfactual explanation (Wachter, Mittelstadt and Russell, 2017): the smallest
 * change of their own terms after which there is one. Nothing is concluded, everything is tried: a change is named only
 * when the core, asked on the changed terms, finds a group of those who wait, or an open place.
 *
 * <p>Where no terms of theirs are in the way, but those they come with, it is tried without these in the same way.
 *
 * <p>Terms are dropped one by one, then two at a time, and so on until there is a group; then each of them is loosened by the
 * least that is enough. A few dozen groups are looked for at most, among a bounded number of people, see {@link Outlook}.
 */
@ApplicationScoped
class WhyNot {

    private static final int MOST_CHANGES = 3;

    private final Caller caller;
    private final Interests interests;
    private final Live live;
    private final Seating seating;
    private final Outlook outlook;
    private final People people;
    private final Tags tags;
    private final VainInvitations vainInvitations;
    private final Clock clock;

    WhyNot(
            Caller caller,
            Interests interests,
            Live live,
            Seating seating,
            Outlook outlook,
            People people,
            Tags tags,
            VainInvitations vainInvitations,
            Clock clock) {
        this.caller = caller;
        this.interests = interests;
        this.live = live;
        this.seating = seating;
        this.outlook = outlook;
        this.people = people;
        this.tags = tags;
        this.vainInvitations = vainInvitations;
        this.clock = clock;
    }

    /** Why the person who asks is in no group. */
    WhyNotView mine() {
        UUID me = caller.personId();
        vainInvitations.endVain(me);
        live.catchUp();
        return QuarkusTransaction.requiringNew().call(() -> explain(me));
    }

    private WhyNotView explain(UUID me) {
        if (!seating.seated(List.of(me)).isEmpty()) {
            return WhyNotView.because(Hindrance.IN_A_GROUP);
        }
        List<Holding> mine = interests.of(List.of(me));
        if (mine.isEmpty()) {
            return WhyNotView.because(Hindrance.NO_INTERESTS);
        }
        Outlook.Chances chances = outlook.of(me, mine);
        if (chances.on(chances.ownTerms()).isPresent()) {
            return WhyNotView.because(Hindrance.SOON);
        }
        Set<Term> said = chances.ownTerms().said();
        List<Set<Term>> fewest = List.of();
        for (int together = 1; together <= said.size(); together++) {
            List<Set<Term>> inTheWay = sets(said, together)
                    .filter(terms ->
                            chances.on(without(chances.ownTerms(), terms)).isPresent())
                    .toList();
            List<Help> help = inTheWay.stream()
                    .flatMap(terms -> loosened(chances, terms).stream())
                    .limit(MOST_CHANGES)
                    .toList();
            if (!help.isEmpty()) {
                return WhyNotView.unless(
                        help.stream().flatMap(one -> one.terms().stream()).collect(Collectors.toSet()), help);
            }
            // where nothing of these may be told, of more together it may
            fewest = fewest.isEmpty() ? inTheWay : fewest;
        }
        return fewest.isEmpty()
                ? hindered(chances)
                : WhyNotView.unless(fewest.stream().flatMap(Set::stream).collect(Collectors.toSet()), List.of());
    }

    /** What other than the person's terms keeps them from a group, and whether those are meant who come with them, too. */
    private WhyNotView hindered(Outlook.Chances chances) {
        List<Parting> help = partings(chances);
        Hindrance hindrance = chances.hindrance();
        boolean isCompany = !help.isEmpty()
                || (hindrance == Hindrance.OTHERS && !chances.companions().isEmpty());
        return isCompany ? WhyNotView.becauseOfCompany(help) : WhyNotView.because(hindrance);
    }

    /** The fewest companions without whom the person would come into a group; each way by itself. */
    private List<Parting> partings(Outlook.Chances chances) {
        for (int together = 1; together <= chances.companions().size(); together++) {
            List<Parting> help = sets(chances.companions(), together)
                    .flatMap(left -> chances.without(left).stream().map(chance -> parting(chances.me(), left, chance)))
                    .toList();
            if (!help.isEmpty()) {
                return help;
            }
        }
        return List.of();
    }

    private Parting parting(UUID me, Set<UUID> left, Outlook.Chance chance) {
        List<PersonView> companions = people.findAll(left).values().stream()
                .sorted(Comparator.comparing(PersonView::id))
                .toList();
        var condition = new Text(
                "loosened.without",
                Map.of("names", companions.stream().map(PersonView::displayName).toList()));
        return new Parting(
                companions.stream().map(PersonView::id).toList(),
                Wording.wouldHelp(List.of(condition), label(me, chance)));
    }

    /** All sets of so many of these. */
    private static <T> Stream<Set<T>> sets(Set<T> some, int size) {
        List<T> all = List.copyOf(some);
        return IntStream.range(1, 1 << all.size())
                .filter(bits -> Integer.bitCount(bits) == size)
                .mapToObj(bits -> IntStream.range(0, all.size())
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(all::get)
                        .collect(Collectors.toSet()));
    }

    /** The least change of these terms that is enough. */
    private Optional<Help> loosened(Outlook.Chances chances, Set<Term> terms) {
        Terms supposed = without(chances.ownTerms(), terms);
        Optional<Outlook.Chance> chance = chances.on(supposed);
        List<Loosening> steps = new ArrayList<>();
        for (Term term : terms.stream().sorted().toList()) {
            if (chance.isEmpty()) {
                return Optional.empty();
            }
            Optional<Loosening> least = Optional.empty();
            for (Loosening step : Loosening.of(
                    term,
                    chances.ownTerms(),
                    chance.get().others(),
                    chance.get().hours(),
                    clock.instant())) {
                Terms tried = supposed.with(term, step.terms());
                Optional<Outlook.Chance> then = chances.on(tried);
                if (then.isPresent()) {
                    supposed = tried;
                    chance = then;
                    least = Optional.of(step);
                    break;
                }
            }
            if (least.isEmpty()) {
                return Optional.empty();
            }
            steps.add(least.get());
        }
        return chance.map(found -> help(chances.me(), terms, steps, found));
    }

    private Help help(UUID me, Set<Term> terms, List<Loosening> steps, Outlook.Chance chance) {
        return new Help(
                terms.stream().sorted().toList(),
                steps.stream().map(Loosening::change).reduce(TermsChange::and).orElseThrow(),
                Wording.wouldHelp(steps.stream().map(Loosening::condition).toList(), label(me, chance)));
    }

    private String label(UUID me, Outlook.Chance chance) {
        return Objects.requireNonNull(interests
                        .asWrittenBy(me, tags.byIdsForReader(Set.of(chance.tag())))
                        .get(chance.tag()))
                .label();
    }

    private static Terms without(Terms terms, Set<Term> dropped) {
        Terms left = terms;
        for (Term term : dropped) {
            left = left.without(term);
        }
        return left;
    }
}
