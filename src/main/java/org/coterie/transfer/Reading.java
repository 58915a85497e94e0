package org.coterie.transfer;

import org.coterie.interests.InterestIntake.Said;
import org.coterie.people.NewPerson;

/** What became of one line. */
sealed interface Reading {

    /** Where in the file, from 1. */
    long line();

    /** A person, valid in every part. */
    record Understood(long line, NewPerson person, Said said) implements Reading {}

    /** Nothing that could be stored, and why. */
    record Rejected(long line, String code, String detail) implements Reading {

        private static final int LONGEST = 500;

        /** The reason may quote the line: what no database keeps is left out. */
        public Rejected {
            detail = detail.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD");
            if (detail.length() > LONGEST) {
                int end = Character.isHighSurrogate(detail.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
                detail = detail.substring(0, end) + "…";
            }
        }
    }
}
