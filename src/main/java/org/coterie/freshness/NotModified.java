package org.coterie.freshness;

/** The client has the answer already. */
final class NotModified extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String tag;

    /** Of an answer with this name; without a trace, since nothing has gone wrong. */
    NotModified(String tag) {
        super("not modified", null, false, false);
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
