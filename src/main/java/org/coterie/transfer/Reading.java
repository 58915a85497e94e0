package org.coterie.transfer;

import org.coterie.interests.InterestIntake.Said;
import org.coterie.language.Text;
import org.coterie.people.NewPerson;
import org.coterie.problem.Fault;

/** What became of one line. */
sealed interface Reading {

    /** Where in the file, from 1. */
    long line();

    /** A person, valid in every part. */
    record Understood(long line, NewPerson person, Said said) implements Reading {}

    /** Nothing that could be stored, and why. */
    record Rejected(long line, String code, Text detail) implements Reading {

        /** Where there is no more to say than what is wrong. */
        Rejected(long line, Fault fault) {
            this(line, fault.code(), fault.detail());
        }
    }
}
