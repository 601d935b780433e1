package io.tillstream.catalog.category;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree.
 *
 * @param path the names from the root down, joined by {@code " > "}
 * @param position where it stands among the categories of its parent: the shop's order is the one it named them in
 */
record Category(UUID id, String name, @Nullable UUID parentId, String path, long position) {}
