package io.tillstream.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogsTest {

    @Test
    void theInnermostCauseIsTheOneLineThatIsShown() {
        String log = """
                {"@timestamp":"2026-11-22T02:00:00Z","level":"ERROR","message":"Application run failed","stack_trace":"java.lang.IllegalStateException: no\\n\\tat a.B.c(B.java:1)\\nCaused by: java.net.ConnectException: Connection refused\\n\\tat d.E.f(E.java:2)"}
                Hint: see above.
                """;

        assertThat(Logs.causeIn(log)).isEqualTo("Caused by: java.net.ConnectException: Connection refused");
        assertThat(Logs.causeIn("started\nFATAL: data directory has wrong owner.\nbye"))
                .isEqualTo("FATAL: data directory has wrong owner");
        assertThat(Logs.causeIn("")).isEqualTo("it said nothing");
    }
}
