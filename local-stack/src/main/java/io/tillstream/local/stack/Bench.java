package io.tillstream.local.stack;

import io.tillstream.local.Command;
import io.tillstream.local.Progress;
import io.tillstream.local.Secrets;
import io.tillstream.local.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./till bench}: hands over to the load generator, a program of its own so that it may be measured apart. */
public final class Bench implements Command {

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String usage() {
        return "[--json] [--catalog] | --reconnect [--json] | --kernel | --till | --shift  measures a sale beside raw SQL, the catalog with 100,000 products, 200 tills that come back at once, the pricing kernel, the till in a browser, its memory";
    }

    @Override
    public int run(Settings settings, List<String> arguments) throws IOException, InterruptedException {
        Path jar = new Suite(settings).workshop().jarOf("bench", new Progress(System.err, false));
        List<String> command =
                new ArrayList<>(List.of(Jvm.java(), "-XX:+UseSerialGC", "-Xmx512m", "-jar", jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.checkout().toFile())
                .inheritIO();
        Settings.DatabaseAccess administration = settings.administration("postgres");
        builder.environment().put("TILL_CHECKOUT", settings.checkout().toString());
        builder.environment().put("TILL_HOME", settings.home().toString());
        builder.environment().put("TILL_URL", settings.publicUrl().toString());
        builder.environment().put("TILL_TOKEN_URL", settings.tokenUrl().toString());
        builder.environment().put("TILL_CLI_SECRET", settings.secrets().of(Secrets.TILL_CLI));
        builder.environment().put("TILL_POSTGRES_URL", administration.url());
        builder.environment().put("TILL_POSTGRES_USER", administration.user());
        builder.environment().put("TILL_POSTGRES_PASSWORD", administration.password());
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", settings.kafkaBootstrapServers());
        return builder.start().waitFor();
    }
}
