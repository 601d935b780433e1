/** The function that makes thumbnails of a picture: in the catalog's process, or alone in its own. It knows no database. */
@NullMarked
package io.tillstream.catalog.thumbnail;

import org.jspecify.annotations.NullMarked;
