/** What a store's tills must know of every product, handed out as changes since a version. */
@NullMarked
package io.tillstream.catalog.pricebook;

import org.jspecify.annotations.NullMarked;
