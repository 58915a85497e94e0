package org.coterie.formation;

import java.util.List;
import java.util.Map;
import org.coterie.interests.Stance;
import org.coterie.language.Text;
import org.coterie.people.HolderCount;

/** How groups are explained: plain sentences of at most 25 words, made of facts alone. */
final class Wording {

    private static final int MOST_WORDS = 25;

    /** "Only" is said of one in so many, and of fewer. */
    private static final int FEW_IN = 20;

    private Wording() {}

    /** Why a group suits somebody. */
    static Text group(Stance stance, String label, long holders, long people) {
        return new Text(
                "why-group", Map.of("stance", stance, "label", brief(label), "rarity", rarity(holders, people)));
    }

    /** Why somebody suits somebody else: by a tag that both hold. */
    static Text person(String name, Stance mine, Stance theirs, String label, long holders, long people) {
        String key = "why-person";
        if (mine == Stance.SEEK && theirs == Stance.OFFER) {
            key = "why-person.offers";
        } else if (mine == Stance.OFFER && theirs == Stance.SEEK) {
            key = "why-person.seeks";
        }
        return new Text(key, Map.of("name", brief(name, 3), "label", brief(label), "rarity", rarity(holders, people)));
    }

    /**
     * Why a group suits somebody who says the same in another word.
     *
     * @param theirs what its members say; the person's own word where that is not to be told
     */
    static Text nearly(String mine, String theirs) {
        return mine.equals(theirs)
                ? new Text("nearly.group-untold", Map.of("mine", brief(mine)))
                : new Text("nearly.group", Map.of("mine", brief(mine), "theirs", brief(theirs)));
    }

    /** Why somebody suits somebody else who says the same in another word. */
    static Text nearlyPerson(String name, String mine, String theirs) {
        return new Text("nearly.person", Map.of("mine", brief(mine), "name", brief(name, 3), "theirs", brief(theirs)));
    }

    /** How near the next group is. */
    static Text waiting(Missing missing, String label) {
        Text needed = needed(missing);
        Text plain = waiting(missing, needed, label);
        Integer km = missing.withinKm();
        if (km == null || missing.wanted() == Missing.Wanted.NOBODY) {
            return plain;
        }
        Text near = waiting(missing, new Text("waiting.near", Map.of("needed", needed, "km", km)), label);
        return near.words() <= MOST_WORDS ? near : plain;
    }

    private static Text waiting(Missing missing, Text needed, String label) {
        return new Text("waiting", Map.of("others", missing.others(), "label", brief(label), "needed", needed));
    }

    private static Text needed(Missing missing) {
        return switch (missing.wanted()) {
            case ANYBODY -> new Text("waiting.anybody", Map.of("missing", missing.more()));
            case WHO_OFFERS -> new Text("waiting.who-offers", Map.of("missing", missing.more()));
            case WHO_FITS -> new Text("waiting.who-fits");
            case NOBODY -> new Text("waiting.nobody");
        };
    }

    /**
     * What a change of somebody's terms would bring.
     *
     * @param conditions what they would change, each as after an "if"; only counted where two would make it too long
     */
    static Text wouldHelp(List<Text> conditions, String label) {
        if (conditions.size() == 1) {
            return new Text("would-help", Map.of("first", conditions.get(0), "label", brief(label)));
        }
        if (conditions.size() == 2) {
            var both = new Text(
                    "would-help.two",
                    Map.of("first", conditions.get(0), "second", conditions.get(1), "label", brief(label)));
            if (both.words() <= MOST_WORDS) {
                return both;
            }
        }
        return new Text("would-help.more", Map.of("count", conditions.size(), "label", brief(label)));
    }

    /** Who holds a tag for matching only is not counted, so the sentence speaks of those who name it. */
    private static Object rarity(long holders, long people) {
        if (holders > people || people <= HolderCount.FEWEST_TOLD) {
            return "";
        }
        if (holders < HolderCount.FEWEST_TOLD) {
            return new Text("rarity.under", Map.of("fewest", HolderCount.FEWEST_TOLD, "people", people));
        }
        return new Text(
                holders * FEW_IN <= people ? "rarity.only" : "rarity", Map.of("holders", holders, "people", people));
    }

    /** A label as it stands in a sentence. */
    private static Text brief(String label) {
        return Text.label(brief(label, 5));
    }

    private static String brief(String text, int words) {
        String[] all = text.strip().split("\\s+");
        return all.length <= words
                ? text.strip()
                : String.join(" ", List.of(all).subList(0, words)) + " …";
    }
}
