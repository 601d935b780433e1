/** Customers over HTTP. */
@NullMarked
package io.tillstream.customer.profile.web;

import org.jspecify.annotations.NullMarked;
