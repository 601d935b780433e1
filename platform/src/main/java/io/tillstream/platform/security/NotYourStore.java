package io.tillstream.platform.security;

import io.tillstream.platform.web.Failure;

/** The caller does not work in the store the request is about. */
public final class NotYourStore extends Failure {
    public NotYourStore(String storeId) {
        super(
                Kind.FORBIDDEN,
                "not-your-store",
                "You do not work in store \"" + storeId
                        + "\". Ask a manager to add you to it, or sign in as somebody who does.");
    }
}
