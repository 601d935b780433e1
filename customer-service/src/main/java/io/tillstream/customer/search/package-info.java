/** Finds customers without keeping anything readable about them. */
@NullMarked
package io.tillstream.customer.search;

import org.jspecify.annotations.NullMarked;
