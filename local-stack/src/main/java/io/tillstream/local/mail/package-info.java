/** A mail server of its own: takes every mail that the suite sends, keeps it as a file and shows it on a page. */
@NullMarked
package io.tillstream.local.mail;

import org.jspecify.annotations.NullMarked;
