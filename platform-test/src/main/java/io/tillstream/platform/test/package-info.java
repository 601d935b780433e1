/** What every service's tests share: the whole service on real servers, tokens, an API client, contract checks. */
@NullMarked
package io.tillstream.platform.test;

import org.jspecify.annotations.NullMarked;
