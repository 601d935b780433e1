package io.tillstream.platform;

import io.tillstream.platform.apidocs.ApiDocsConfiguration;
import io.tillstream.platform.events.EventsConfiguration;
import io.tillstream.platform.security.SecurityConfiguration;
import io.tillstream.platform.tracing.TracingConfiguration;
import io.tillstream.platform.web.WebConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Everything a service gets by depending on this starter. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
        })
@Import({
    WebConfiguration.class,
    ApiDocsConfiguration.class,
    SecurityConfiguration.class,
    EventsConfiguration.class,
    TracingConfiguration.class
})
class PlatformAutoConfiguration {}
