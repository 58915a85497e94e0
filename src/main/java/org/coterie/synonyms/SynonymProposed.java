package org.coterie.synonyms;

import java.util.UUID;

/** Somebody has said that two tags are one, which may have decided it. */
record SynonymProposed(UUID id) {}
