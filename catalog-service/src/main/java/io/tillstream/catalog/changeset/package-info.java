/** Change sets: one edit of many products, seen before it is made, applied now or later, reverted in one step. */
@NullMarked
package io.tillstream.catalog.changeset;

import org.jspecify.annotations.NullMarked;
