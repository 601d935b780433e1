/** Handing mail to a mail server, and what its refusals mean. Only for services that bring spring-boot-starter-mail. */
@NullMarked
package io.tillstream.platform.mail;

import org.jspecify.annotations.NullMarked;
