package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/** A list of purposes that could be stated, each of 1 to 5 tags in ascending order. */
final class Candidates {

    private final IntArrayList start = new IntArrayList(new int[] {0});
    private final IntArrayList tags = new IntArrayList();

    int count() {
        return start.size() - 1;
    }

    int[] purpose(int candidate) {
        return tags.subList(start.getInt(candidate), start.getInt(candidate + 1))
                .toIntArray();
    }

    void add(int[] purpose) {
        for (int tag : purpose) {
            tags.add(tag);
        }
        start.add(tags.size());
    }

    void addAll(Candidates others) {
        for (int i = 0; i < others.count(); i++) {
            add(others.purpose(i));
        }
    }
}
