package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.coterie.groups.Meetings;
import org.coterie.groups.Roster;
import org.coterie.interests.Interests;
import org.coterie.interests.Senses;
import org.coterie.interests.Stance;
import org.coterie.live.Live;
import org.coterie.matching.Outcome;
import org.coterie.matching.PopulationBuilder;
import org.coterie.people.Directory;
import org.coterie.safety.Companions;
import org.coterie.safety.Safety;
import org.coterie.tags.NearTagSink;
import org.coterie.tags.NearTags;
import org.coterie.tags.Tags;

/** All that a formation reads, from the rooms that keep it. */
@ApplicationScoped
class Registry {

    /** Reading a million people takes a while; a transaction is not to end before. */
    private static final int READING_SECONDS = 600;

    private final Directory directory;
    private final Tags tags;
    private final NearTags nearTags;
    private final MatchingConfig meaning;
    private final Interests interests;
    private final Senses senses;
    private final Companions companions;
    private final Safety safety;
    private final Roster roster;
    private final Meetings meetings;
    private final CommonHours commonHours;
    private final LeftOut leftOut;
    private final VainInvitations vainInvitations;
    private final Live live;
    private final Clock clock;

    Registry(
            Directory directory,
            Tags tags,
            NearTags nearTags,
            MatchingConfig meaning,
            Interests interests,
            Senses senses,
            Companions companions,
            Safety safety,
            Roster roster,
            Meetings meetings,
            CommonHours commonHours,
            LeftOut leftOut,
            VainInvitations vainInvitations,
            Live live,
            Clock clock) {
        this.directory = directory;
        this.tags = tags;
        this.nearTags = nearTags;
        this.meaning = meaning;
        this.interests = interests;
        this.senses = senses;
        this.companions = companions;
        this.safety = safety;
        this.roster = roster;
        this.meetings = meetings;
        this.commonHours = commonHours;
        this.leftOut = leftOut;
        this.vainInvitations = vainInvitations;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Reads everything.
     *
     * @param groupsPerPerson how many groups one person may be in, those they are in included
     * @param manner what of that which was before is to be seen
     */
    Census takeCensus(int groupsPerPerson, Manner manner) {
        live.catchUp();
        return QuarkusTransaction.requiringNew()
                .timeout(READING_SECONDS)
                .call(() -> new Census(this, groupsPerPerson, manner, clock.instant()));
    }

    /** Reads again, in the current transaction, what an outcome rests on. */
    SecondLook lookAgain(Census census, Outcome outcome) {
        QuarkusTransaction.suspendingExisting().run(live::catchUp);
        return new SecondLook(this, census, outcome);
    }

    /** Adds an interest to a population. */
    static void say(PopulationBuilder builder, int person, int tag, float strength, Stance stance, boolean matchOnly) {
        if (matchOnly) {
            builder.secretInterest(person, tag, strength, matching(stance));
        } else {
            builder.interest(person, tag, strength, matching(stance));
        }
    }

    private static org.coterie.matching.Stance matching(Stance stance) {
        return switch (stance) {
            case SHARE -> org.coterie.matching.Stance.SHARE;
            case OFFER -> org.coterie.matching.Stance.OFFER;
            case SEEK -> org.coterie.matching.Stance.SEEK;
        };
    }

    Directory directory() {
        return directory;
    }

    Tags tags() {
        return tags;
    }

    /** Hands over every two tags that are near enough to count for each other. */
    void eachNear(NearTagSink sink) {
        nearTags.each(meaning.nearThreshold(), sink);
    }

    Interests interests() {
        return interests;
    }

    Senses senses() {
        return senses;
    }

    Companions companions() {
        return companions;
    }

    Safety safety() {
        return safety;
    }

    Roster roster() {
        return roster;
    }

    Meetings meetings() {
        return meetings;
    }

    CommonHours commonHours() {
        return commonHours;
    }

    LeftOut leftOut() {
        return leftOut;
    }

    VainInvitations vainInvitations() {
        return vainInvitations;
    }
}
