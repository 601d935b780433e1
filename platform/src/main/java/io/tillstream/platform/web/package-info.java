/** How a service answers: problems in the user's words, idempotent PUT, pages. */
@NullMarked
package io.tillstream.platform.web;

import org.jspecify.annotations.NullMarked;
