package io.tillstream.journal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Proves exported files together: daily roots, then every journal, held against the roots and against the journals of the same
 * till. Files are read twice, because what others say of a journal may stand behind it.
 */
final class Proof {

    private final List<ExportFile> files;
    private final Set<String> kept;
    private final Consumer<Flaw> flaws;
    private final Consumer<Result> results;
    private final List<Succession> successions = new ArrayList<>();
    private final List<RootChain> rootChains = new ArrayList<>();
    private final List<RootedHead> heads = new ArrayList<>();

    /**
     * What was looked at, whole or not.
     *
     * @param what journal or daily roots, in words
     * @param afterSuccessor how many entries came when the next device had taken its place
     */
    record Result(String what, long entries, long afterSuccessor) {}

    /** @param kept hashes of daily roots that somebody keeps elsewhere */
    Proof(List<ExportFile> files, Set<String> kept, Consumer<Flaw> flaws, Consumer<Result> results) {
        this.files = files;
        this.kept = kept;
        this.flaws = flaws;
        this.results = results;
    }

    void run() throws IOException {
        for (ExportFile file : files) {
            file.read(new Witnesses());
        }
        for (RootChain chain : rootChains) {
            heads.addAll(chain.heads());
            results.accept(new Result(chain.label(), chain.roots(), 0));
        }
        Set<String> devices = new HashSet<>();
        for (ExportFile file : files) {
            Journals journals = new Journals(devices);
            file.read(journals);
            journals.end();
        }
        rootChains.forEach(chain -> chain.mustBeThere(devices));
        kept.stream()
                .filter(hash -> rootChains.stream().noneMatch(chain -> chain.holds(hash)))
                .forEach(hash -> flaws.accept(Flaw.at(
                        Flaw.Kind.KEPT_ROOT_MISSING,
                        hash,
                        0,
                        "the daily root %s, which you kept, is not there: what came before it was changed or removed"
                                .formatted(hash))));
    }

    /** First time: what is said of journals. Whether it is signed is found when they are read. */
    private final class Witnesses implements ExportFile.Reader {

        private boolean first;

        @Override
        public void journal(JournalDevice device) {
            first = true;
        }

        @Override
        public void entry(SignedEntry entry) {
            if (first) {
                Optional<Succession> succession = Succession.in(entry);
                succession.ifPresent(successions::add);
                first = false;
            }
        }

        @Override
        public void roots(String storeId) {
            rootChains.add(new RootChain(storeId, flaws));
        }

        @Override
        public void root(String payload) {
            rootChains.getLast().add(payload);
        }
    }

    /** Second time: the journals themselves. */
    private final class Journals implements ExportFile.Reader {

        private final Set<String> devices;
        private @Nullable JournalChain chain;
        private String what = "";

        Journals(Set<String> devices) {
            this.devices = devices;
        }

        @Override
        public void journal(JournalDevice device) throws GeneralSecurityException {
            end();
            devices.add(device.device());
            what = "till %s, device no. %d".formatted(device.tillId(), device.epoch());
            chain = new JournalChain(device, successions, heads, flaws);
        }

        @Override
        public void entry(SignedEntry entry) {
            if (chain != null) {
                chain.add(entry);
            }
        }

        @Override
        public void roots(String storeId) {
            end();
        }

        @Override
        public void root(String payload) {
            // read the first time
        }

        void end() {
            if (chain != null) {
                results.accept(new Result(what, chain.end(), chain.afterSuccessor()));
                chain = null;
            }
        }
    }
}
