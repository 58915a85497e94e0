package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.events.Events;
import org.coterie.groups.MembershipState;
import org.coterie.groups.MyGroups;
import org.coterie.people.People;

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
        return new HomeView(
                people.me(),
                cards(MembershipState.INVITED, INVITATIONS),
                cards(MembershipState.ACTIVE, GROUPS),
                suited.groups().stream()
                        .filter(group -> !group.invited())
                        .map(GroupCard::of)
                        .limit(SUGGESTIONS)
                        .toList(),
                suited.people().stream().map(PersonCard::of).limit(SUGGESTIONS).toList(),
                suited.waiting(),
                lastEvent);
    }

    private List<GroupCard> cards(MembershipState state, int most) {
        return myGroups.mine(state, most).stream().map(GroupCard::of).toList();
    }
}
