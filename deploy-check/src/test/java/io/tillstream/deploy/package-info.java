/** What a cluster would refuse, or accept and regret, found without a cluster. */
package io.tillstream.deploy;
