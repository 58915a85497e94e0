package org.coterie.interests;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.matching.PlantedInterests;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What it takes in memory that one person says or takes back one tag, with so many people there. */
@State(Scope.Benchmark)
public class HolderIndexBench {

    private static final int CHANGING = 4_096;
    private static final int SHOWN = 100;

    /** How many people there are in memory. */
    @Param({"100000", "1000000"})
    public int people;

    private final Change[] changes = new Change[CHANGING];
    private HolderIndex index = new HolderIndex();
    private int next;

    /** What somebody holds with and without a tag. */
    private record Change(UUID person, List<Held> without, List<Held> with, UUID tag) {}

    /** Puts everybody into memory. */
    @Setup
    public void fill() {
        var planted = new PlantedInterests(people);
        var holders = new PlantedHolders(planted);
        var random = new Random(1);
        int[] changing = holders.changing(CHANGING).toArray();
        for (int i = 0; i < CHANGING; i++) {
            int person = changing[i];
            int tag = random.nextInt(planted.tags());
            List<Held> held = holders.held(person).stream()
                    .filter(one -> !one.tagId().equals(PlantedHolders.tag(tag)))
                    .toList();
            List<Held> more = Stream.concat(held.stream(), Stream.of(PlantedHolders.held(person, tag)))
                    .toList();
            changes[i] = new Change(PlantedHolders.person(person), held, more, PlantedHolders.tag(tag));
        }
        index = holders.index();
    }

    /** Somebody says a tag or takes it back. */
    @Benchmark
    public void change() {
        changed();
    }

    /** The same, and then it is asked how many hold each of their tags, and who said this one last. */
    @Benchmark
    public void changeAndAsk(Blackhole answers) {
        Change change = changed();
        for (var held : change.with) {
            answers.consume(index.publicHolders(held.tagId(), PlantedHolders.NOW));
        }
        answers.consume(index.holders(change.tag, SHOWN, PlantedHolders.NOW));
    }

    private Change changed() {
        Change change = changes[next % CHANGING];
        index.put(change.person, next / CHANGING % 2 == 0 ? change.with : change.without);
        next++;
        return change;
    }
}
