package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.coterie.accounts.Caller;
import org.coterie.events.Events;
import org.coterie.freshness.Unchanged;
import org.coterie.groups.MembershipState;
import org.coterie.groups.MyGroupView;
import org.coterie.groups.MyGroups;
import org.coterie.people.People;
import org.jspecify.annotations.Nullable;

/** What an app shows first: a few of everything that concerns whoever asks. */
@ApplicationScoped
class Home {

    /** A thousand less than is promised, for what stands around the rest. */
    private static final int MOST_BYTES = 29_000;

    /** With fifty times to be free, ten languages, and the longest names in whatever script. */
    private static final int MOST_OF_ME = 5_000;

    /** The names of the fields of an object, its numbers and its id. */
    private static final int FIELDS = 300;

    private final Caller caller;
    private final Events events;
    private final MyGroups myGroups;
    private final People people;
    private final Suggestions suggestions;
    private final Unchanged unchanged;

    Home(Caller caller, Events events, MyGroups myGroups, People people, Suggestions suggestions, Unchanged unchanged) {
        this.caller = caller;
        this.events = events;
        this.myGroups = myGroups;
        this.people = people;
        this.suggestions = suggestions;
        this.unchanged = unchanged;
    }

    /** Of the person who asks. */
    HomeView mine() {
        // what happens meanwhile is told after it
        UUID lastEvent = events.lastOf(caller.personId()).orElse(null);
        unchanged.endIfSo(suggestions.basis(), Optional.ofNullable(lastEvent));
        SuggestionsView suited = suggestions.mine(HomeView.SUGGESTIONS + HomeView.INVITATIONS);
        return QuarkusTransaction.requiringNew().call(() -> view(suited, lastEvent));
    }

    private HomeView view(SuggestionsView suited, @Nullable UUID lastEvent) {
        Map<MembershipState, List<MyGroupView>> groups = myGroups.few(
                Map.of(MembershipState.INVITED, HomeView.INVITATIONS, MembershipState.ACTIVE, HomeView.GROUPS));
        var room = new Room(MOST_BYTES - MOST_OF_ME - mostBytes(suited.waiting()));
        // in this order, since what comes last goes first where it is too much
        List<GroupCard> invitations = room.of(cards(groups, MembershipState.INVITED), GroupCard::mostBytes);
        List<GroupCard> mine = room.of(cards(groups, MembershipState.ACTIVE), GroupCard::mostBytes);
        List<GroupCard> open = room.of(
                suited.groups().stream()
                        .filter(group -> !group.invited())
                        .map(GroupCard::of)
                        .limit(HomeView.SUGGESTIONS)
                        .toList(),
                GroupCard::mostBytes);
        List<PersonCard> others = room.of(
                suited.people().stream()
                        .map(PersonCard::of)
                        .limit(HomeView.SUGGESTIONS)
                        .toList(),
                PersonCard::mostBytes);
        return new HomeView(people.me(), invitations, mine, open, others, suited.waiting(), lastEvent);
    }

    private static List<GroupCard> cards(Map<MembershipState, List<MyGroupView>> groups, MembershipState state) {
        return groups.getOrDefault(state, List.of()).stream().map(GroupCard::of).toList();
    }

    private static int mostBytes(SuggestionsView.@Nullable Waiting waiting) {
        return waiting == null
                ? 0
                : FIELDS + Utf8.bytes(waiting.tags()) + waiting.sentence().mostBytes();
    }

    /** What still fits into the answer. */
    private static final class Room {

        private int left;

        Room(int bytes) {
            left = bytes;
        }

        /** The first of these, as many as fit. */
        <T> List<T> of(List<T> all, ToIntFunction<T> size) {
            List<T> some = new ArrayList<>();
            for (T one : all) {
                int bytes = size.applyAsInt(one);
                if (bytes > left) {
                    break;
                }
                left -= bytes;
                some.add(one);
            }
            return some;
        }
    }
}
