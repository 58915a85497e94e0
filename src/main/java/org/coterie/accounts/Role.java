package org.coterie.accounts;

/** What a token allows; for {@code @RolesAllowed}. */
public final class Role {

    /** Somebody who has joined. */
    public static final String PERSON = "person";

    /** Whoever runs this installation. */
    public static final String OPERATOR = "operator";

    /** Known to the OIDC issuer, but has not joined yet. */
    static final String NEWCOMER = "newcomer";

    private Role() {}
}
