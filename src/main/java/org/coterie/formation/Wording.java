package org.coterie.formation;

import java.util.List;
import org.coterie.interests.Stance;
import org.coterie.people.HolderCount;

/** What groups are called and how they are explained: plain sentences of at most 25 words, made of facts alone. */
final class Wording {

    /** What the schema keeps of a group's name, and of its statement. */
    private static final int LONGEST_NAME = 120;

    private static final int LONGEST_STATEMENT = 500;

    /** More than these are too many for one sentence. */
    private static final int MOST_CONDITIONS = 2;

    /** "Only" is said of one in so many, and of fewer. */
    private static final int FEW_IN = 20;

    private Wording() {}

    /**
     * What to call a group.
     *
     * @param labels of the tags that may be told, most decisive first
     */
    static String name(List<String> labels) {
        if (labels.isEmpty()) {
            return "A shared interest";
        }
        String first = labels.get(0);
        if (labels.size() > 1 && first.length() + labels.get(1).length() + 3 <= LONGEST_NAME) {
            return first + " & " + labels.get(1);
        }
        return first.length() <= LONGEST_NAME
                ? first
                : first.substring(0, first.offsetByCodePoints(0, LONGEST_NAME / 2 - 1)) + "…";
    }

    /**
     * What a group is for.
     *
     * @param labels of the tags that may be told, most decisive first
     */
    static String statement(List<String> labels) {
        if (labels.isEmpty()) {
            return "People who care about the same thing.";
        }
        String statement = "People who care about %s.".formatted(listed(labels));
        return statement.length() <= LONGEST_STATEMENT ? statement : statement(labels.subList(0, labels.size() - 1));
    }

    private static String listed(List<String> labels) {
        int last = labels.size() - 1;
        return last == 0 ? labels.get(0) : String.join(", ", labels.subList(0, last)) + " and " + labels.get(last);
    }

    /** Why a group suits somebody. */
    static String group(Stance stance, String label, long holders, long people) {
        String you = switch (stance) {
            case SHARE -> "You care about";
            case OFFER -> "You offer";
            case SEEK -> "You are looking for";
        };
        return "%s %s, and this group is about it%s.".formatted(you, brief(label, 5), rarity(holders, people));
    }

    /** Why somebody suits somebody else: by a tag that both hold. */
    static String person(String name, Stance mine, Stance theirs, String label, long holders, long people) {
        String what = brief(label, 5);
        String who = brief(name, 3);
        String both;
        if (mine == Stance.SEEK && theirs == Stance.OFFER) {
            both = "%s offers %s, which you are looking for".formatted(who, what);
        } else if (mine == Stance.OFFER && theirs == Stance.SEEK) {
            both = "%s is looking for %s, which you offer".formatted(who, what);
        } else {
            both = "You and %s both care about %s".formatted(who, what);
        }
        return "%s%s.".formatted(both, rarity(holders, people));
    }

    /**
     * Why a group suits somebody who says the same in another word.
     *
     * @param theirs what its members say; the person's own word where that is not to be told
     */
    static String nearly(String mine, String theirs) {
        if (mine.equals(theirs)) {
            return "You said %s, they say nearly the same in another word.".formatted(brief(mine, 5));
        }
        return "You said %s, they say %s, which is nearly the same.".formatted(brief(mine, 5), brief(theirs, 5));
    }

    /** Why somebody suits somebody else who says the same in another word. */
    static String nearlyPerson(String name, String mine, String theirs) {
        return "You said %s, %s says %s, which is nearly the same."
                .formatted(brief(mine, 5), brief(name, 3), brief(theirs, 5));
    }

    /** How near the next group is. */
    static String waiting(int others, int missing, Neighbours.Wanted wanted, String label) {
        String who = switch (others) {
            case 0 -> "Nobody else openly waits";
            case 1 -> "1 other person openly waits";
            default -> "%d other people openly wait".formatted(others);
        };
        String needed = switch (wanted) {
            case ANYBODY -> missing == 1 ? "1 more is needed" : "%d more are needed".formatted(missing);
            case WHO_OFFERS ->
                missing == 1
                        ? "1 more who offers it is needed"
                        : "%d more are needed, 1 of them to offer it".formatted(missing);
            case WHO_FITS -> "1 more whom all can meet is needed";
            case NOBODY -> "groups are being formed right now";
        };
        return "%s for a group about %s; %s.".formatted(who, brief(label, 5), needed);
    }

    /**
     * What a change of somebody's terms would bring.
     *
     * @param conditions what they would change, each as after an "if"
     */
    static String wouldHelp(List<String> conditions, String label) {
        String all = conditions.size() <= MOST_CONDITIONS
                ? String.join(" and ", conditions)
                : "you changed these %d terms together".formatted(conditions.size());
        return "If %s, there would be a group for you: %s.".formatted(all, brief(label, 5));
    }

    /** Who holds a tag for matching only is not counted, so the sentence speaks of those who name it. */
    private static String rarity(long holders, long people) {
        if (holders > people || people < HolderCount.FEWEST_TOLD) {
            return "";
        }
        if (holders < HolderCount.FEWEST_TOLD) {
            return "; under %d of %d people here name it openly".formatted(HolderCount.FEWEST_TOLD, people);
        }
        return "; %s%d of %d people here name it openly"
                .formatted(holders * FEW_IN <= people ? "only " : "", holders, people);
    }

    private static String brief(String text, int words) {
        String[] all = text.strip().split("\\s+");
        return all.length <= words
                ? text.strip()
                : String.join(" ", List.of(all).subList(0, words)) + " …";
    }
}
