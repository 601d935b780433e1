package io.tillstream.catalog.category;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree.
 *
 * @param path the names from the root down, joined by {@code " > "}
 */
record Category(UUID id, String name, @Nullable UUID parentId, String path) {}
