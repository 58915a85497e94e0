package org.coterie.meaning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that are said in the same company and mean that one is on the other side: the model takes them for near, and
 * whoever says the one is not to meet whoever says the other as if both said the same.
 */
final class Opposites {

    private static final Set<Set<String>> PAIRS = pairs(
            "adoptee adopter",
            "adoptees adopters",
            "advanced beginner",
            "advanced beginners",
            "amateur professional",
            "amateurs professionals",
            "android ios",
            "anti pro",
            "antifeminism feminism",
            "antifeminists feminists",
            "antivaccination vaccination",
            "atheism theism",
            "atheist theist",
            "atheists theists",
            "beginner expert",
            "beginners experts",
            "blind sighted",
            "boys girls",
            "bulking cutting",
            "buy sell",
            "buying selling",
            "capitalism communism",
            "capitalism socialism",
            "carnivore vegan",
            "carnivore vegetarian",
            "carnivores vegans",
            "carnivores vegetarians",
            "catholic protestant",
            "catholics protestants",
            "choice life",
            "cold hot",
            "conservative labour",
            "conservative liberal",
            "conservatives liberals",
            "control rights",
            "conventional organic",
            "dads moms",
            "dads mums",
            "day night",
            "deaf hearing",
            "democrat republican",
            "democrats republicans",
            "drinking sober",
            "drinking sobriety",
            "east west",
            "employed unemployed",
            "employee employer",
            "employees employers",
            "employment unemployment",
            "evening morning",
            "extraversion introversion",
            "extravert introvert",
            "extraverts introverts",
            "extroversion introversion",
            "extrovert introvert",
            "extroverts introverts",
            "fasting feasting",
            "fathers mothers",
            "female male",
            "gay straight",
            "heavy light",
            "heterosexual homosexual",
            "indoor outdoor",
            "indoors outdoors",
            "israel palestine",
            "israeli palestinian",
            "landlord tenant",
            "landlords tenants",
            "leave remain",
            "leavers remainers",
            "left right",
            "leftist rightist",
            "loud quiet",
            "mac windows",
            "man woman",
            "married single",
            "meat vegan",
            "meat vegetarian",
            "men women",
            "monogamous polyamorous",
            "monogamy polyamory",
            "nonsmokers smokers",
            "nonsmoking smoking",
            "north south",
            "offline online",
            "old young",
            "optimism pessimism",
            "optimists pessimists",
            "poor rich",
            "rural urban",
            "russia ukraine",
            "russian ukrainian",
            "shia sunni",
            "short tall",
            "summer winter",
            "with without");

    private Opposites() {}

    private static Set<Set<String>> pairs(String... pairs) {
        Set<Set<String>> all = new HashSet<>();
        for (String pair : pairs) {
            all.add(Set.of(pair.split(" ", 2)));
        }
        return Set.copyOf(all);
    }

    /** Whether two names of as many words differ in one of them, at the same place, and by that say the opposite. */
    static boolean are(List<String> one, List<String> other) {
        if (one.size() != other.size()) {
            return false;
        }
        int differs = -1;
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                if (differs >= 0) {
                    return false;
                }
                differs = i;
            }
        }
        return differs >= 0 && PAIRS.contains(Set.of(one.get(differs), other.get(differs)));
    }
}
