package io.tillstream.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param subject how often one signed-in user may ask
 * @param address how often one client address may ask the API
 * @param signIn how often one client address may ask Keycloak
 * @param trustedProxies how many proxies stand before the gateway and append to X-Forwarded-For
 * @param tracked how many subjects and addresses are counted at most; the least recent is forgotten first
 */
@ConfigurationProperties("tillstream.gateway.limits")
public record LimitSettings(Rate subject, Rate address, Rate signIn, int trustedProxies, int tracked) {
    public record Rate(int perSecond, int burst) {}
}
