/** Pictures of products: the originals, and the thumbnails that an event has made of them. */
@NullMarked
package io.tillstream.catalog.image;

import org.jspecify.annotations.NullMarked;
