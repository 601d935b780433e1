/** The gateway as a whole: a real server in front of stub services, called over HTTP. */
package io.tillstream.gateway;
