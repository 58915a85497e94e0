package org.coterie.safety;

import java.util.UUID;

/** Fired inside the transaction after which a person may meet, or comes together with, others than before. */
public record CompanyChanged(UUID personId) {}
