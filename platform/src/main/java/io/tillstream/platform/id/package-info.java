/** Identifiers that whoever creates a thing makes for it. */
@NullMarked
package io.tillstream.platform.id;

import org.jspecify.annotations.NullMarked;
