package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.coterie.problem.Findings;
import org.coterie.problem.RoomRule;
import org.jspecify.annotations.Nullable;

/** How small and how large a new group may be: not so that it would be nothing for whoever begins it. */
@ApplicationScoped
class Sizes implements RoomRule {

    private final Caller caller;
    private final People people;

    Sizes(Caller caller, People people) {
        this.caller = caller;
        this.people = people;
    }

    /** Of a wish of the person who asks. */
    Terms.Company of(NewGroup wish) {
        return wish.sizes(own());
    }

    private Terms.@Nullable Company own() {
        UUID founder = caller.personId();
        Terms own = people.termsOf(List.of(founder)).get(founder);
        return own == null ? null : own.company();
    }

    @Override
    public void check(Object body, Findings findings) {
        if (!(body instanceof NewGroup wish)) {
            return;
        }
        Terms.Company own = own();
        Terms.Company sizes = wish.sizes(own);
        int least = sizes.least();
        if (own != null && least > own.most()) {
            findings.add("/minSize", "out-of-range.most", Map.of("most", own.most()));
            least = own.most();
        }
        int needed = own == null ? least : Math.max(least, own.least());
        if (sizes.most() < needed) {
            findings.add("/maxSize", "out-of-range.least", Map.of("least", needed));
        }
    }
}
