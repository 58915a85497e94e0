package org.coterie.matching;

/**
 * Parts those who meet once more although there are others: one of them changes places with somebody of another group, where
 * both come to people whom they have not met, and neither has less of what they care about for it.
 *
 * <p>Each exchange leaves fewer people together who have met, so it ends.
 */
final class Exchanges {

    /** Behind each of a person's tags no more groups are considered. */
    private static final int CONSIDERED = 64;

    private final Index index;
    private final Groups groups;
    private final Trade trade;
    private final OpenPlaces places;

    /** Among the groups that there are now. */
    Exchanges(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        trade = new Trade(groups, rules);
        this.places = new OpenPlaces(index, groups, rules);
    }

    /** Makes every exchange that it finds. */
    void part() {
        for (int g = 0; g < groups.count(); g++) {
            var members = groups.members(g);
            for (int i = 0; i < members.size() && !groups.isKept(g); i++) {
                if (meetsAgain(g, members.getInt(i))) {
                    exchange(g, members.getInt(i));
                }
            }
        }
    }

    private boolean meetsAgain(int g, int person) {
        for (int i = 0; i < groups.size(g); i++) {
            if (index.meetings.last(person, groups.member(g, i)) != Meetings.NEVER) {
                return true;
            }
        }
        return false;
    }

    private void exchange(int g, int person) {
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            int from = places.from(index.tag[e]);
            int to = Math.min(places.to(index.tag[e]), from + CONSIDERED);
            for (int i = from; i < to; i++) {
                if (exchange(g, person, places.group(i))) {
                    return;
                }
            }
        }
    }

    private boolean exchange(int g, int person, int h) {
        if (h == g || groups.isKept(h) || groups.contains(h, person) || isWorse(person, g, h)) {
            return false;
        }
        var others = groups.members(h);
        for (int i = 0; i < others.size(); i++) {
            int other = others.getInt(i);
            if (!groups.contains(g, other) && !isWorse(other, h, g) && trade.make(g, person, h, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWorse(int person, int left, int joined) {
        return groups.exchange(person, left, joined) < -Affinity.ROUNDING;
    }
}
