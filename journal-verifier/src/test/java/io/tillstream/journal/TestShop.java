package io.tillstream.journal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A shop of two tills over two days, as it is exported: a device that sold four times and was replaced, the one in its place, and
 * a second till. The last sale came after the last daily root. Somebody may spoil it.
 */
final class TestShop {

    private static final JsonMapper JSON = new JsonMapper();

    final TestTill old = new TestTill("old device", "berlin-1");
    final TestTill second = new TestTill("second till", "berlin-2");
    final List<SignedEntry> ofOld = old.sell(4);
    final List<SignedEntry> ofSecond = second.sell(3);
    final List<String> roots = new ArrayList<>();
    final TestTill next;
    final List<SignedEntry> ofNext;
    /** What stands in the file for each journal. */
    JournalDevice secondDevice = second.device();

    boolean withRoots = true;
    boolean withSecond = true;
    private String lastRoot = Sha256.NOTHING;

    TestShop() {
        makeRoot("2026-11-22", List.of(old));
        next = old.replaced();
        ofNext = next.sell(2);
        makeRoot("2026-11-23", List.of(old, next, second));
        ofNext.addAll(next.sell(1));
    }

    void makeRoot(String day, List<TestTill> tills) {
        roots.add(root(
                roots.size() + 1,
                day,
                lastRoot,
                tills.stream().map(till -> till.head(day)).toList()));
        lastRoot = Sha256.hex(roots.getLast());
    }

    static String root(int number, String day, String previous, List<RootedHead> heads) {
        String said = heads.stream()
                .sorted(Comparator.comparing(RootedHead::device))
                .map(head -> "{\"device\":\"%s\",\"hash\":\"%s\",\"key\":\"%s\",\"number\":%d}"
                        .formatted(head.device(), head.hash(), head.key(), head.number()))
                .collect(Collectors.joining(","));
        return """
                {"businessDate":"%s","format":"tillstream-daily-root-1","heads":[%s],"madeAt":"%sT23:00:00Z","number":%d,\
                "previous":"%s","storeId":"berlin"}""".formatted(day, said, day, number, previous);
    }

    String lastRoot() {
        return lastRoot;
    }

    /** Every root anew, over the journals as they stand now. */
    void rebuildRoots(TestTill... ofSecondDay) {
        roots.clear();
        lastRoot = Sha256.NOTHING;
        roots.add(root(1, "2026-11-22", lastRoot, List.of(old.head("2026-11-22"))));
        lastRoot = Sha256.hex(roots.getLast());
        makeRoot("2026-11-23", List.of(ofSecondDay));
    }

    String exported() {
        List<String> lines = new ArrayList<>();
        if (withRoots) {
            lines.add("{\"format\":\"tillstream-daily-roots-export-1\",\"storeId\":\"berlin\"}");
            roots.forEach(root ->
                    lines.add(JSON.createObjectNode().put("payload", root).toString()));
        }
        journal(lines, old.device(), ofOld);
        journal(lines, next.device(), ofNext);
        if (withSecond) {
            journal(lines, secondDevice, ofSecond);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void journal(List<String> lines, JournalDevice device, List<SignedEntry> entries) {
        ObjectNode head = JSON.createObjectNode().put("format", "tillstream-journal-export-1");
        head.put("device", device.device())
                .put("tillId", device.tillId())
                .put("epoch", device.epoch())
                .put("publicKey", device.publicKey());
        if (device.follows() != null) {
            head.set("follows", JSON.valueToTree(device.follows()));
        }
        lines.add(head.toString());
        entries.forEach(entry -> lines.add(JSON.createObjectNode()
                .put("payload", entry.payload())
                .put("signature", entry.signature())
                .toString()));
    }
}
