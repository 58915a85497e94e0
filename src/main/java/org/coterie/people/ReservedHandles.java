package org.coterie.people;

import java.util.Set;

/** Handles that nobody signs up with: to others they would speak for Coterie, or for nobody. */
final class ReservedHandles {

    private static final Set<String> KEYS = Set.of(
            "abuse",
            "admin",
            "administrator",
            "anonymous",
            "api",
            "coterie",
            "current",
            "everybody",
            "everyone",
            "help",
            "info",
            "me",
            "mod",
            "moderator",
            "nobody",
            "null",
            "official",
            "operator",
            "postmaster",
            "root",
            "security",
            "staff",
            "support",
            "sysadmin",
            "system",
            "team",
            "undefined",
            "webmaster");

    private ReservedHandles() {}

    /** Whether this is one of them, in whatever case and with whatever between its letters. */
    static boolean include(String handle) {
        return KEYS.contains(Person.keyOf(handle).replaceAll("[._-]", ""));
    }
}
