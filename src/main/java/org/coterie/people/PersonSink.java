package org.coterie.people;

/** Takes people one at a time, as they stream by. */
@FunctionalInterface
public interface PersonSink {

    /** Takes one, and the terms on which they meet others. */
    void accept(Terms terms);
}
