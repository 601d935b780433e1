/** The starter every Tillstream service stands on: plumbing only, no business rules. */
@NullMarked
package io.tillstream.platform;

import org.jspecify.annotations.NullMarked;
