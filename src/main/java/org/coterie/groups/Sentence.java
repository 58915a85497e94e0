package org.coterie.groups;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coterie.groups.Voices.Direction;
import org.coterie.people.PersonView;

/** Why somebody is in a group, said plainly, in at most 25 words, and never more than is known. */
final class Sentence {

    private static final Pattern WORD = Pattern.compile("\\s+");

    /** A longer name gives way to the handle, which is one word. */
    private static final int LONGEST_NAME = 6;

    private static final int MOST_TAGS = 3;

    /** Of a longer label only so many words are said beside another. */
    private static final int LONGEST_LABEL = 4;

    private Sentence() {}

    /** About somebody, for others to read. */
    static String about(PersonView person, MemberRow member, List<ReasonView> because) {
        String name = name(person);
        if (!because.isEmpty() && because.get(0).saidAsLabel() != null) {
            String theirs = brief(because.get(0).saidAsLabel());
            return because.get(0).ownWordAlone()
                    ? "%s said %s, others here say nearly the same in another word.".formatted(name, theirs)
                    : "%s said %s, others here say %s, which is nearly the same."
                            .formatted(name, theirs, brief(because.get(0).label()));
        }
        if (!because.isEmpty()) {
            return "%s %s.".formatted(name, parts(because, true));
        }
        if (member.state() == MembershipState.INVITED) {
            return "%s is invited to this group.".formatted(name);
        }
        return member.because() == null
                ? "%s joined of their own accord.".formatted(name)
                : "%s is a member of this group.".formatted(name);
    }

    /** For somebody who meets these people in a group again. */
    static String toYouWhoMeetAgain(List<PersonView> met) {
        String others = switch (met.size()) {
            case 1 -> "";
            case 2 -> " and one other";
            default -> " and %d others".formatted(met.size() - 1);
        };
        return "You have been in a group with %s%s before: otherwise somebody would have been left without one."
                .formatted(name(met.get(0)), others);
    }

    private static String name(PersonView person) {
        return WORD.split(person.displayName()).length > LONGEST_NAME ? person.handle() : person.displayName();
    }

    /** For the member themselves. */
    static String toYou(MemberRow member, List<ReasonView> because) {
        if (!because.isEmpty() && because.get(0).saidAsLabel() != null) {
            String mine = brief(because.get(0).saidAsLabel());
            return because.get(0).ownWordAlone()
                    ? "You said %s, they say nearly the same in another word.".formatted(mine)
                    : "You said %s, they say %s, which is nearly the same."
                            .formatted(mine, brief(because.get(0).label()));
        }
        if (!because.isEmpty()) {
            return "You %s.".formatted(parts(because, false));
        }
        if (member.state() == MembershipState.INVITED) {
            return "You are invited to this group.";
        }
        return member.because() == null ? "You joined of your own accord." : "You are a member of this group.";
    }

    /** What they offer, look for and share: the most decisive tags, each as they hold it. */
    private static String parts(List<ReasonView> because, boolean ofAnother) {
        Map<Direction, List<String>> tags = new EnumMap<>(Direction.class);
        because.stream()
                .limit(MOST_TAGS)
                .forEach(reason -> tags.computeIfAbsent(
                                Objects.requireNonNullElse(reason.stance(), Direction.SHARE), d -> new ArrayList<>())
                        .add(reason.label()));
        List<String> parts = new ArrayList<>();
        String end = "";
        for (Direction direction : List.of(Direction.OFFER, Direction.SEEK, Direction.SHARE)) {
            if (tags.containsKey(direction)) {
                parts.add(verb(direction, ofAnother) + " " + listed(tags.getOrDefault(direction, List.of())));
                end = end(direction);
            }
        }
        String more = because.size() > MOST_TAGS ? " and %d more".formatted(because.size() - MOST_TAGS) : "";
        if (!more.isEmpty() && parts.size() == 1) {
            // one list, and the rest belongs to it
            String only =
                    because.stream().limit(MOST_TAGS).map(ReasonView::label).collect(Collectors.joining(", "));
            parts.set(0, verb(tags.keySet().iterator().next(), ofAnother) + " " + only);
        }
        return listed(parts) + more + end;
    }

    private static String brief(String label) {
        String[] words = WORD.split(label.strip());
        return words.length <= LONGEST_LABEL
                ? label.strip()
                : String.join(" ", List.of(words).subList(0, LONGEST_LABEL)) + " …";
    }

    private static String verb(Direction direction, boolean ofAnother) {
        return switch (direction) {
            case OFFER -> ofAnother ? "offers" : "offer";
            case SEEK -> ofAnother ? "looks for" : "look for";
            case SHARE -> ofAnother ? "shares" : "share";
        };
    }

    private static String end(Direction last) {
        return switch (last) {
            case OFFER -> " to this group";
            case SEEK -> " in this group";
            case SHARE -> " with this group";
        };
    }

    private static String listed(List<String> all) {
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : "%s and %s".formatted(String.join(", ", all.subList(0, last)), all.get(last));
    }
}
