package org.coterie.groups;

import java.util.UUID;

/** Knows which invitations time alone has made vain; implemented by whoever forms groups. */
public interface VainInvitationWatch {

    /**
     * Ends somebody's invitations that they could not accept any more, as where an interest has faded for which they were
     * invited; not to be called within a transaction.
     */
    void endVain(UUID personId);
}
