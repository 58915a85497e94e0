package org.coterie.groups;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coterie.groups.Voices.Direction;
import org.coterie.language.Text;
import org.coterie.people.PersonView;

/** Why somebody is in a group, said plainly, in at most 25 words, and never more than is known. */
final class Sentence {

    private static final Pattern WORD = Pattern.compile("\\s+");

    /** A longer name gives way to the handle, which is one word. */
    private static final int LONGEST_NAME = 6;

    private static final int MOST_TAGS = 3;

    /** Of a longer label only so many words are said beside another. */
    private static final int LONGEST_LABEL = 4;

    /** So many words of labels, and of a name, have room beside what is done with them, in whatever language. */
    private static final int ROOM = 12;

    private Sentence() {}

    /** About somebody, for others to read. */
    static Text about(PersonView person, MemberRow member, List<ReasonView> because) {
        String name = name(person);
        if (because.isEmpty()) {
            return new Text("member.they." + came(member), Map.of("name", name));
        }
        ReasonView first = because.get(0);
        if (first.saidAsLabel() == null) {
            return new Text(
                    "member.they", Map.of("name", name, "does", does("member.they.", because, ROOM - wordsIn(name))));
        }
        Text theirs = label(first.saidAsLabel());
        return first.ownWordAlone()
                ? new Text("nearly.member-untold", Map.of("name", name, "theirs", theirs))
                : new Text("nearly.member", Map.of("name", name, "theirs", theirs, "label", label(first.label())));
    }

    /** For somebody who meets these people in a group again. */
    static Text toYouWhoMeetAgain(List<PersonView> met) {
        return new Text("met-again", Map.of("name", name(met.get(0)), "others", met.size() - 1));
    }

    private static String name(PersonView person) {
        return wordsIn(person.displayName()) > LONGEST_NAME ? person.handle() : person.displayName();
    }

    /** For the member themselves. */
    static Text toYou(MemberRow member, List<ReasonView> because) {
        if (because.isEmpty()) {
            return new Text("member.you." + came(member));
        }
        ReasonView first = because.get(0);
        if (first.saidAsLabel() == null) {
            return new Text("member.you", Map.of("does", does("member.you.", because, ROOM - 1)));
        }
        Text mine = label(first.saidAsLabel());
        return first.ownWordAlone()
                ? new Text("nearly.group-untold", Map.of("mine", mine))
                : new Text("nearly.group", Map.of("mine", mine, "theirs", label(first.label())));
    }

    /** How somebody came here of whom no reason is known. */
    private static String came(MemberRow member) {
        if (member.state() == MembershipState.INVITED) {
            return "invited";
        }
        return member.because() == null ? "joined" : "placed";
    }

    /** What they offer, look for and share: the most decisive tags, each as they hold it, the last told with the group. */
    private static List<Text> does(String who, List<ReasonView> because, int room) {
        List<ReasonView> first = because.stream().limit(MOST_TAGS).toList();
        int each = wordsEach(first.stream().map(ReasonView::label).toList(), room);
        Map<Direction, List<Text>> tags = new EnumMap<>(Direction.class);
        first.forEach(reason -> tags.computeIfAbsent(
                        Objects.requireNonNullElse(reason.stance(), Direction.SHARE), d -> new ArrayList<>())
                .add(label(reason.label(), each)));
        List<Direction> told = Stream.of(Direction.OFFER, Direction.SEEK, Direction.SHARE)
                .filter(tags::containsKey)
                .toList();
        Direction last = told.get(told.size() - 1);
        if (because.size() > MOST_TAGS) {
            Objects.requireNonNull(tags.get(last))
                    .add(new Text("member.more", Map.of("count", because.size() - MOST_TAGS)));
        }
        return told.stream()
                .map(direction -> new Text(
                        who + verb(direction) + (direction == last ? "-here" : ""),
                        Map.of("tags", tags.getOrDefault(direction, List.of()))))
                .toList();
    }

    private static Text label(String label) {
        return label(label, LONGEST_LABEL);
    }

    /** As many of its words as stand in a sentence. */
    static Text label(String label, int most) {
        String[] words = WORD.split(label.strip());
        String brief = words.length <= most
                ? label.strip()
                : String.join(" ", List.of(words).subList(0, most)) + " …";
        return Text.label(brief);
    }

    /** How many words of each label to say, so that there is room for all of them. */
    static int wordsEach(List<String> labels, int room) {
        int all = labels.stream().mapToInt(Sentence::wordsIn).sum();
        return all <= room ? room : Math.max(1, room / labels.size());
    }

    private static int wordsIn(String words) {
        return WORD.split(words.strip()).length;
    }

    private static String verb(Direction direction) {
        return switch (direction) {
            case OFFER -> "offer";
            case SEEK -> "seek";
            case SHARE -> "share";
        };
    }
}
