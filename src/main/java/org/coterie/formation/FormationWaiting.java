package org.coterie.formation;

import java.util.UUID;

/** A formation has joined the queue. */
record FormationWaiting(UUID id) {}
