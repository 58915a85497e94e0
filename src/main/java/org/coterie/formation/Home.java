package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.events.Events;
import org.coterie.groups.MembershipState;
import org.coterie.groups.MyGroupView;
import org.coterie.groups.MyGroups;
import org.coterie.people.People;
import org.jspecify.annotations.Nullable;

/** What an app shows first: a few of everything that concerns whoever asks. */
@ApplicationScoped
class Home {

    private static final int INVITATIONS = 3;
    private static final int GROUPS = 5;
    private static final int SUGGESTIONS = 3;

    private final Caller caller;
    private final Events events;
    private final MyGroups myGroups;
    private final People people;
    private final Suggestions suggestions;

    Home(Caller caller, Events events, MyGroups myGroups, People people, Suggestions suggestions) {
        this.caller = caller;
        this.events = events;
        this.myGroups = myGroups;
        this.people = people;
        this.suggestions = suggestions;
    }

    /** Of the person who asks. */
    HomeView mine() {
        // what happens meanwhile is told after it
        UUID lastEvent = events.lastOf(caller.personId()).orElse(null);
        SuggestionsView suited = suggestions.mine(SUGGESTIONS + INVITATIONS);
        return QuarkusTransaction.requiringNew().call(() -> view(suited, lastEvent));
    }

    private HomeView view(SuggestionsView suited, @Nullable UUID lastEvent) {
        Map<MembershipState, List<MyGroupView>> groups =
                myGroups.few(Map.of(MembershipState.INVITED, INVITATIONS, MembershipState.ACTIVE, GROUPS));
        return new HomeView(
                people.me(),
                cards(groups, MembershipState.INVITED),
                cards(groups, MembershipState.ACTIVE),
                suited.groups().stream()
                        .filter(group -> !group.invited())
                        .map(GroupCard::of)
                        .limit(SUGGESTIONS)
                        .toList(),
                suited.people().stream().map(PersonCard::of).limit(SUGGESTIONS).toList(),
                suited.waiting(),
                lastEvent);
    }

    private static List<GroupCard> cards(Map<MembershipState, List<MyGroupView>> groups, MembershipState state) {
        return groups.getOrDefault(state, List.of()).stream().map(GroupCard::of).toList();
    }
}
