package io.tillstream.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What 100,000 entries cost; prints it ({@code -Dtest=VerifierCost}). */
class VerifierCost {

    private static final int ENTRIES = 100_000;

    @Test
    void aHundredThousandEntries() throws Exception {
        TestTill till = new TestTill();
        List<SignedEntry> journal = till.sell(ENTRIES);
        List<String> troubles = new ArrayList<>();
        long began = System.nanoTime();
        JournalChain chain = new JournalChain(till.device(), List.of(), troubles::add);
        journal.forEach(chain::add);
        long entries = chain.end();
        System.out.printf(
                "%,d entries in %.1f s on %d processors%n",
                entries, (System.nanoTime() - began) / 1e9, Runtime.getRuntime().availableProcessors());
        assertThat(troubles).isEmpty();
    }
}
