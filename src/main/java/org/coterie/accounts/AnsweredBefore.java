package org.coterie.accounts;

/** Ends a request that has been answered before: it gets the same answer. */
final class AnsweredBefore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    AnsweredBefore(Answer answer) {
        super("answered before", null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
