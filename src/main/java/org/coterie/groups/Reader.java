package org.coterie.groups;

import java.util.UUID;
import org.coterie.accounts.Caller;
import org.jspecify.annotations.Nullable;

/**
 * For whom groups are shown.
 *
 * @param operator sees the members of any group, but nothing that only fellow holders read
 * @param personId null for the operator
 */
record Reader(boolean operator, @Nullable UUID personId) {

    static Reader of(Caller caller) {
        return new Reader(caller.isOperator(), caller.person().orElse(null));
    }

    boolean is(UUID person) {
        return person.equals(personId);
    }
}
