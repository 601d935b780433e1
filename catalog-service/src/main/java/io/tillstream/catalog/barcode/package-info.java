/** The codes that tills scan: which are valid, and when two of them mean the same. */
@NullMarked
package io.tillstream.catalog.barcode;

import org.jspecify.annotations.NullMarked;
