package io.tillstream.local.trade;

import io.tillstream.local.Secrets;
import io.tillstream.local.Settings;
import java.net.URI;

/** Where the suite is reached and as whom: always through the gateway, never past it. */
public record Access(URI gateway, URI tokenUrl, String clientId, String clientSecret) {

    public static Access of(Settings settings) {
        return new Access(
                settings.publicUrl(),
                settings.tokenUrl(),
                "till-cli",
                settings.secrets().of(Secrets.TILL_CLI));
    }
}
