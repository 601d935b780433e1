package io.tillstream.gateway.console;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param dir folder with the built console
 */
@ConfigurationProperties("tillstream.gateway.console")
record ConsoleSettings(Path dir) {}
