/** Limits, one by one. */
package io.tillstream.gateway.limit;
