/** The store edge: a small process in the shop through which its tills see each other while the server is out of reach. */
@NullMarked
package io.tillstream.edge;

import org.jspecify.annotations.NullMarked;
