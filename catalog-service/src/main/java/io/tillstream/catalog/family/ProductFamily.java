package io.tillstream.catalog.family;

import java.util.List;
import java.util.UUID;

/**
 * A family as it is stored.
 *
 * @param version grows with every change; also the ETag
 */
record ProductFamily(UUID id, long version, String name, List<FamilyFacts.Option> options) {}
