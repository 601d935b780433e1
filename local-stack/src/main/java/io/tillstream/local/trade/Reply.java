package io.tillstream.local.trade;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer of the suite that settles the request: 2xx or a refusal that sending again would not change. */
public record Reply(int status, JsonNode body, String etag) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** True when the suite stored something new, false when it had seen the same before. */
    public boolean created() {
        return status == 201;
    }

    /** The answer of a request that has no business being refused. */
    public Reply orThrow(String what) {
        if (ok()) {
            return this;
        }
        throw new RequestRefused(what, this);
    }
}
