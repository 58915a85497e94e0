package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Unchanged;
import org.coterie.language.Reader;
import org.coterie.live.Live;
import org.coterie.meaning.Meaning;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.people.HolderCount;
import org.coterie.problem.Problem;
import org.coterie.tags.Completions;
import org.coterie.tags.KnownTag;
import org.coterie.tags.NearWords;
import org.coterie.tags.NearWords.Nearby;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** Looks words up for whoever asks which there are, who holds them, and what goes with them. */
@ApplicationScoped
class TagLookup {

    /** How many tags are looked at together when only some of them have holders. */
    private static final int TAGS_AT_ONCE = 200;

    /** Where so many begin as is written, or one that many know, it is not looked for what it may mistype. */
    private static final int ENOUGH = 20;

    /** What is less sure is not near. */
    private static final double LEAST_SURE = 0.5;

    private final Clock clock;
    private final Completions completions;
    private final LiveHoldings holdings;
    private final Interests interests;
    private final Live live;
    private final Caller caller;
    private final Meaning meaning;
    private final NearWords nearWords;
    private final Reader reader;
    private final Senses senses;
    private final Tags tags;
    private final Unchanged unchanged;

    TagLookup(
            Caller caller,
            Clock clock,
            Completions completions,
            LiveHoldings holdings,
            Interests interests,
            Live live,
            Meaning meaning,
            NearWords nearWords,
            Reader reader,
            Senses senses,
            Tags tags,
            Unchanged unchanged) {
        this.caller = caller;
        this.clock = clock;
        this.completions = completions;
        this.holdings = holdings;
        this.interests = interests;
        this.live = live;
        this.meaning = meaning;
        this.nearWords = nearWords;
        this.reader = reader;
        this.senses = senses;
        this.tags = tags;
        this.unchanged = unchanged;
    }

    /**
     * Tags that begin so, by any of their names, and that may be shown: somebody publicly holds them right now, or they are
     * well known. What is written as a whole comes first, then what whoever asks reads so, each by name; and behind all that begins
     * so what begins so without an article that French puts before it ({@code l'esc}).
     */
    Page<TagView> complete(String prefix, PageRequest page) {
        live.catchUp();
        Page<Completion> found = prefix.isEmpty() ? all(page) : startingWith(prefix, page);
        Map<UUID, KnownTag> called = tags.rememberedForReader(
                found.items().stream().map(one -> one.named.tag().id()).toList());
        return found.map(one -> one.tag(called));
    }

    private Page<Completion> all(PageRequest page) {
        String after = page.after().orElse("");
        List<Completion> found = new ArrayList<>();
        List<Completions.Named> next;
        do {
            next = completions.all(after, TAGS_AT_ONCE);
            shown(next.stream().filter(Completions.Named::isOwn).toList())
                    .filter(one -> one.holders > 0)
                    .forEach(found::add);
            after = next.isEmpty() ? after : next.get(next.size() - 1).key();
        } while (found.size() <= page.limit() && next.size() == TAGS_AT_ONCE);
        return Page.of(first(found, page.limit() + 1), page.limit(), one -> one.named.key());
    }

    private Page<Completion> startingWith(String prefix, PageRequest page) {
        int limit = page.limit();
        // in what order they come depends on what whoever asks reads
        String order = Integer.toHexString(reader.languages().hashCode()) + " ";
        String after = page.after().orElse(order);
        if (!after.startsWith(order)) {
            throw Problem.invalidParameter("cursor", "wrong-format.cursor");
        }
        var best = new BestFirst(after.substring(order.length()), limit + 1);
        startingWith(prefix, best::add, best::isFull);
        Optional<String> bare = Completions.withoutElision(prefix);
        if (!best.isFull() && bare.isPresent()) {
            List<Completion> elided = new ArrayList<>();
            startingWith(bare.get(), one -> elided.add(one.behindArticle()), () -> false);
            elided.stream().sorted(Completion.BY_POSITION).forEach(best::add);
        }
        if (!best.isFull() && best.size() < ENOUGH && !best.isSurelyMeant()) {
            Stream.concat(
                            almostStartingWith(prefix),
                            bare.stream()
                                    .flatMap(word -> almostStartingWith(word).map(Completion::behindArticle)))
                    .sorted(Completion.BY_POSITION)
                    .forEach(best::add);
        }
        return Page.of(best.found(), limit, one -> order + one.position());
    }

    private Stream<Completion> almostStartingWith(String prefix) {
        return shown(completions.almostStartingWith(prefix, TAGS_AT_ONCE));
    }

    private void startingWith(String prefix, Consumer<Completion> found, BooleanSupplier enough) {
        String last = "";
        List<Completions.Named> next;
        do {
            next = completions.startingWith(prefix, last, TAGS_AT_ONCE);
            shown(next).forEach(found);
            last = next.isEmpty() ? last : next.get(next.size() - 1).key();
        } while (next.size() == TAGS_AT_ONCE && !enough.getAsBoolean());
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    /** Of these tags those that may be shown. */
    private Stream<Completion> shown(Collection<Completions.Named> named) {
        Map<UUID, Long> holders =
                interests.holders(named.stream().map(one -> one.tag().id()).toList());
        return named.stream()
                .map(one -> new Completion(one, holders.getOrDefault(one.tag().id(), 0L), false))
                .filter(one -> one.holders > 0 || one.named.tag().common());
    }

    /**
     * Of those that come in the order of their keys so many: what is written as a whole first, then what whoever asks reads so,
     * then the rest, then what begins so without what is put before it, and what was perhaps meant last.
     */
    private static final class BestFirst {

        private final String after;
        private final int most;
        private final Map<UUID, Completion> preferred = new LinkedHashMap<>();
        private final Map<UUID, Completion> others = new LinkedHashMap<>();
        private int wanted;

        /** Those beyond this position. */
        BestFirst(String after, int most) {
            this.after = after;
            this.most = most;
        }

        void add(Completion one) {
            UUID id = one.named.tag().id();
            Completion former = preferred.get(id);
            if (former != null && (former.named.exact() || !one.named.exact() || one.elided)) {
                return;
            }
            if (one.isPreferred()) {
                preferred.put(id, one);
                others.remove(id);
                wanted += (isWanted(one) ? 1 : 0) - (former != null && isWanted(former) ? 1 : 0);
            } else {
                others.putIfAbsent(id, one);
            }
        }

        private boolean isWanted(Completion one) {
            return one.position().compareTo(after) > 0;
        }

        /** Whether nothing that comes can be among them. */
        boolean isFull() {
            return wanted >= most;
        }

        /** Whether what begins so is what many know, and read so: then nothing is mistyped. */
        boolean isSurelyMeant() {
            return Stream.of(preferred, others)
                    .flatMap(some -> some.values().stream())
                    .anyMatch(one -> one.isRead() && one.isKnownToMany());
        }

        int size() {
            return preferred.size() + others.size();
        }

        List<Completion> found() {
            Stream<Completion> first = preferred.values().stream().sorted(Completion.BY_POSITION);
            return Stream.concat(first, others.values().stream())
                    .filter(this::isWanted)
                    .limit(most)
                    .toList();
        }
    }

    /**
     * A tag that begins so.
     *
     * @param elided whether it does so without what French puts before a word
     */
    private record Completion(Completions.Named named, long holders, boolean elided) {

        static final Comparator<Completion> BY_POSITION = Comparator.comparing(Completion::position);

        Completion behindArticle() {
            return new Completion(named, holders, true);
        }

        boolean isPreferred() {
            return isRead() && !elided;
        }

        boolean isRead() {
            return named.exact() || (named.read() && named.mistakes() == 0);
        }

        boolean isKnownToMany() {
            return named.tag().common() || holders >= HolderCount.FEWEST_TOLD;
        }

        /** Its place in the order, as text. */
        String position() {
            return rank() + named.key();
        }

        private String rank() {
            if (named.mistakes() > 0) {
                return "g" + named.mistakes();
            }
            int rank = named.exact() ? 0 : isRead() ? 1 : 2;
            return (elided ? "def" : "abc").substring(rank, rank + 1);
        }

        TagView tag(Map<UUID, KnownTag> called) {
            return TagView.of(called.getOrDefault(named.tag().id(), named.tag()), holders)
                    .foundAs(named.words());
        }
    }

    /**
     * A tag that may be shown: somebody publicly holds it right now, or it is well known.
     *
     * @throws Problem UNKNOWN for others: that somebody holds it unseen is not told
     */
    TagView lookUp(String written) {
        live.catchUp();
        KnownTag tag = shown(written);
        return TagView.of(tag, publicHolders(tag));
    }

    /**
     * What those who hold a tag also hold.
     *
     * @throws Problem UNKNOWN for a tag that may not be shown
     */
    Page<RelatedTagView> related(String written) {
        live.catchUp();
        List<Related.Companion> companions =
                new Related(holdings.index()).of(shown(written).id(), clock.instant());
        Map<UUID, KnownTag> known = tags.byIdsForReader(
                companions.stream().map(Related.Companion::tagId).toList());
        return Page.whole(companions.stream()
                .flatMap(companion ->
                        Stream.ofNullable(known.get(companion.tagId())).map(tag -> RelatedTagView.of(tag, companion)))
                .toList());
    }

    /**
     * Tags that mean much the same as a word, which may be one that nobody has used yet. Where the word has several senses,
     * those come first that the other tags of the person who asks speak for, and those last that they speak against.
     *
     * @throws Problem INVALID where it is no tag at all
     */
    NearTagsView near(String written, int limit) {
        unchanged.endIfSo(caller.person(), meaning.state());
        live.catchUp();
        NearWords.Found found = nearWords.near(written, 4 * limit + 10, LEAST_SURE);
        if (found.spelt() && meaning.on()) {
            unchanged.passesSoon(); // others kept the model busy
        }
        Map<UUID, Long> holders = interests.holders(
                found.tags().stream().map(one -> one.tag().id()).toList());
        List<Nearby> shown = found.tags().stream()
                .filter(one ->
                        one.tag().common() || holders.getOrDefault(one.tag().id(), 0L) > 0)
                .toList();
        return new NearTagsView(
                meant(found.tagId(), shown).stream()
                        .limit(limit)
                        .map(one -> NearTagView.of(
                                one, holders.getOrDefault(one.tag().id(), 0L)))
                        .toList(),
                meaning.state());
    }

    /** As sure as the company of a tag's holders lets be, and in the order in which whoever asks means it. */
    private List<Nearby> meant(@Nullable UUID asked, List<Nearby> near) {
        if (asked == null) {
            return near;
        }
        Senses.Look look = senses.look();
        ToIntFunction<Nearby> sense = one ->
                caller.person().map(me -> look.sense(me, asked, one.tag().id())).orElse(0);
        return near.stream()
                .map(one -> one.times(look.agreement(asked, one.tag().id())))
                .sorted(Comparator.comparingInt(sense).thenComparing(Nearby::confidence, Comparator.reverseOrder()))
                .toList();
    }

    /**
     * A tag that may be shown.
     *
     * @throws Problem UNKNOWN for others
     */
    KnownTag shown(String written) {
        return tags.findForReader(written).filter(interests::isShown).orElseThrow(Interests::unknownTag);
    }

    private long publicHolders(KnownTag tag) {
        return holdings.index().publicHolders(tag.id(), clock.instant());
    }
}
