package org.coterie.groups;

import java.util.List;
import java.util.regex.Pattern;
import org.coterie.people.PersonView;

/** Why somebody is in a group, said plainly, in at most 25 words, and never more than is known. */
final class Sentence {

    private static final Pattern WORD = Pattern.compile("\\s+");

    /** A longer name gives way to the handle, which is one word. */
    private static final int LONGEST_NAME = 6;

    private static final int MOST_TAGS = 3;

    private Sentence() {}

    /** About somebody, for others to read. */
    static String about(PersonView person, MemberRow member, List<ReasonView> because) {
        String name = WORD.split(person.displayName()).length > LONGEST_NAME ? person.handle() : person.displayName();
        if (!because.isEmpty()) {
            return "%s shares %s with this group.".formatted(name, listOf(because));
        }
        if (member.state() == MembershipState.INVITED) {
            return "%s is invited to this group.".formatted(name);
        }
        return member.because() == null
                ? "%s joined of their own accord.".formatted(name)
                : "%s is a member of this group.".formatted(name);
    }

    /** For the member themselves. */
    static String toYou(MemberRow member, List<ReasonView> because) {
        if (!because.isEmpty()) {
            return "You share %s with this group.".formatted(listOf(because));
        }
        if (member.state() == MembershipState.INVITED) {
            return "You are invited to this group.";
        }
        return member.because() == null ? "You joined of your own accord." : "You are a member of this group.";
    }

    private static String listOf(List<ReasonView> because) {
        List<String> tags = because.stream().map(ReasonView::label).toList();
        if (tags.size() > MOST_TAGS) {
            return "%s and %d more".formatted(String.join(", ", tags.subList(0, MOST_TAGS)), tags.size() - MOST_TAGS);
        }
        int last = tags.size() - 1;
        return last == 0
                ? tags.get(0)
                : "%s and %s".formatted(String.join(", ", tags.subList(0, last)), tags.get(last));
    }
}
