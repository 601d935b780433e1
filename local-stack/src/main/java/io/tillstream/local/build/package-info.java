/** Brings what is started up to date: builds modules and console whose sources changed, unpacks what came as an archive. */
@NullMarked
package io.tillstream.local.build;

import org.jspecify.annotations.NullMarked;
