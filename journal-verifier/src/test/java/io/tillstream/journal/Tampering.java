package io.tillstream.journal;

import io.tillstream.journal.Flaw.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What somebody may do to a shop's export, and what a verifier has to say of it.
 *
 * @param kept a daily root that somebody kept outside
 */
record Tampering(String name, String file, Set<String> kept, List<Expected> flaws) {

    record Expected(Kind kind, String of, long number, long until) {}

    static List<Tampering> all() {
        List<Tampering> all = new ArrayList<>();
        all.addAll(withNothingDone());
        all.addAll(ofEntries());
        all.addAll(ofPlaces());
        all.addAll(ofDevices());
        all.addAll(ofWholeJournals());
        all.addAll(ofRoots());
        return all;
    }

    private static List<Tampering> withNothingDone() {
        return List.of(
                one("nothing-done", shop -> {}),
                one("nothing-done-without-roots", shop -> shop.withRoots = false),
                kept("nothing-done-and-root-kept", (shop, root) -> {}),
                one("entries-that-came-after-the-day-stand-in-a-later-root", shop -> {
                    shop.ofSecond.addAll(shop.second.sell(2));
                    shop.makeRoot("2026-11-24", List.of(shop.old, shop.next, shop.second));
                }));
    }

    private static List<Tampering> ofEntries() {
        return List.of(
                one("a-field-changed", shop -> change(shop.ofOld, 1), shop -> at(Kind.CHANGED, shop.old, 2)),
                one(
                        "a-field-of-the-last-entry-changed",
                        shop -> change(shop.ofNext, 2),
                        shop -> at(Kind.NOT_SIGNED, shop.next, 3)),
                one(
                        "signed-with-another-key",
                        shop -> shop.ofOld.set(
                                1, new TestKey("another").sign(shop.ofOld.get(1).payload())),
                        shop -> at(Kind.SIGNED_ANEW, shop.old, 2)),
                one(
                        "no-signature",
                        shop -> shop.ofOld.set(
                                1, new SignedEntry(shop.ofOld.get(1).payload(), "none")),
                        shop -> at(Kind.SIGNED_ANEW, shop.old, 2)),
                one(
                        "changed-and-signed-by-who-has-the-key",
                        shop -> shop.ofOld.set(
                                1, shop.old.sign(shop.ofOld.get(1).payload().replace("9.98", "0.98"))),
                        shop -> at(Kind.REPLACED, shop.old, 2)),
                one(
                        "not-canonical",
                        shop -> shop.ofNext.set(
                                2, shop.next.sign(shop.ofNext.get(2).payload().replace("{\"at\"", "{ \"at\""))),
                        shop -> at(Kind.NOT_CANONICAL, shop.next, 3)),
                one(
                        "of-another-till",
                        shop -> shop.ofNext.set(
                                2, shop.next.sign(shop.ofNext.get(2).payload().replace("berlin-1", "berlin-2"))),
                        shop -> at(Kind.OF_ANOTHER, shop.next, 3)),
                one(
                        "not-readable",
                        shop -> shop.ofNext.set(
                                2,
                                new SignedEntry("{\"at\":", shop.ofNext.get(2).signature())),
                        shop -> at(Kind.NOT_READABLE, shop.next, 3)));
    }

    private static List<Tampering> ofPlaces() {
        return List.of(
                one("an-entry-missing", shop -> shop.ofOld.remove(1), shop -> missing(shop.old, 2, 2)),
                one(
                        "the-first-entries-missing",
                        shop -> shop.ofOld.subList(0, 2).clear(),
                        shop -> missing(shop.old, 1, 2)),
                one(
                        "the-last-entries-missing",
                        shop -> shop.ofSecond.subList(1, 3).clear(),
                        shop -> missing(shop.second, 2, 3)),
                one("the-last-entry-missing-after-the-last-root", shop -> shop.ofNext.remove(2)),
                one(
                        "two-entries-swapped",
                        shop -> Collections.swap(shop.ofOld, 1, 2),
                        shop -> at(Kind.MOVED, shop.old, 2)),
                one(
                        "an-entry-put-in",
                        shop -> shop.ofOld.add(
                                2, new TestKey("another").sign(shop.old.payload(2, "ab".repeat(32), "1.00"))),
                        shop -> at(Kind.PUT_IN, shop.old, 2),
                        shop -> at(Kind.NOT_SIGNED, shop.old, 2)),
                one(
                        "an-entry-added-at-the-end",
                        shop -> shop.ofNext.add(new TestKey("another")
                                .sign(shop.next.payload(
                                        4, Sha256.hex(shop.ofNext.get(2).payload()), "1.00"))),
                        shop -> at(Kind.NOT_SIGNED, shop.next, 4)));
    }

    private static List<Tampering> ofDevices() {
        return List.of(
                one(
                        "the-end-of-the-device-before-missing",
                        shop -> {
                            shop.withRoots = false;
                            shop.ofOld.subList(2, 4).clear();
                        },
                        shop -> missing(shop.old, 3, 4)),
                one(
                        "the-end-of-the-device-before-replaced",
                        shop -> {
                            shop.withRoots = false;
                            shop.ofOld.set(
                                    3, shop.old.sign(shop.ofOld.get(3).payload().replace("9.98", "0.98")));
                        },
                        shop -> at(Kind.NOT_AS_FOLLOWED, shop.old, 4)),
                one(
                        "a-device-begins-elsewhere",
                        shop -> shop.ofNext.set(
                                0,
                                shop.next.sign(shop.ofNext.get(0).payload().replace("\"number\":4}", "\"number\":3}"))),
                        shop -> at(Kind.NOT_AS_FOLLOWED, shop.old, 3),
                        shop -> at(Kind.BEGINS_ELSEWHERE, shop.next, 1),
                        shop -> at(Kind.REPLACED, shop.next, 1)));
    }

    private static List<Tampering> ofWholeJournals() {
        return List.of(
                one(
                        "a-journal-signed-with-a-new-key",
                        shop -> {
                            TestTill forged = shop.second.forged();
                            shop.secondDevice = forged.device();
                            shop.ofSecond.replaceAll(entry -> forged.sign(entry.payload()));
                        },
                        shop -> at(Kind.OTHER_KEY, shop.second, 3)),
                one("a-journal-made-anew-with-a-new-key", shop -> {
                    shop.withRoots = false;
                    forge(shop);
                }),
                one(
                        "a-journal-made-anew-beside-its-roots",
                        shop -> {
                            shop.makeRoot("2026-11-24", List.of(shop.old, shop.next, shop.second));
                            forge(shop);
                        },
                        shop -> at(Kind.OTHER_KEY, shop.second, 3),
                        shop -> at(Kind.NOT_AS_IN_ROOT, shop.second, 3)),
                one("a-journal-and-its-roots-made-anew", Tampering::forgeWithRoots),
                kept(
                        "a-journal-and-its-roots-made-anew-but-a-root-kept",
                        (shop, root) -> forgeWithRoots(shop),
                        root -> new Expected(Kind.KEPT_ROOT_MISSING, root, 0, 0)),
                one(
                        "a-journal-left-out",
                        shop -> shop.withSecond = false,
                        shop -> at(Kind.JOURNAL_MISSING, shop.second, 3)));
    }

    private static List<Tampering> ofRoots() {
        return List.of(
                one(
                        "a-root-changed",
                        shop -> shop.roots.set(
                                0, shop.roots.getFirst().replace("\"madeAt\":\"2026-11-22", "\"madeAt\":\"2026-11-21")),
                        shop -> of(Kind.ROOT_BROKEN, 2)),
                one("a-root-missing", shop -> shop.roots.removeFirst(), shop -> of(Kind.ROOT_MISSING, 1)),
                one(
                        "a-root-not-readable",
                        shop -> shop.roots.set(0, shop.roots.getFirst().replace("berlin", "hamburg")),
                        shop -> of(Kind.ROOT_NOT_READABLE, 1),
                        shop -> of(Kind.ROOT_MISSING, 1)),
                one(
                        "a-root-that-forgets-a-journal",
                        shop -> shop.makeRoot("2026-11-24", List.of(shop.old, shop.next)),
                        shop -> of(Kind.ROOT_FORGETS, 3)),
                kept(
                        "the-last-root-missing-but-kept",
                        (shop, root) -> shop.roots.removeLast(),
                        root -> new Expected(Kind.KEPT_ROOT_MISSING, root, 0, 0)));
    }

    private static void forge(TestShop shop) {
        TestTill forged = shop.second.forged();
        shop.secondDevice = forged.device();
        shop.ofSecond.clear();
        shop.ofSecond.addAll(forged.sell(1));
        shop.ofSecond.add(forged.next("1.98"));
        shop.ofSecond.addAll(forged.sell(1));
    }

    private static void forgeWithRoots(TestShop shop) {
        TestTill forged = shop.second.forged();
        forge(shop);
        forged.sell(1);
        forged.next("1.98");
        forged.sell(1);
        shop.rebuildRoots(shop.old, shop.next, forged);
    }

    private static void change(List<SignedEntry> entries, int at) {
        SignedEntry entry = entries.get(at);
        entries.set(
                at,
                new SignedEntry(
                        entry.payload().replace("\"total\":\"9.98\"", "\"total\":\"0.98\""), entry.signature()));
    }

    private static Expected at(Kind kind, TestTill till, long number) {
        return new Expected(kind, till.id(), number, number);
    }

    private static Expected missing(TestTill till, long from, long until) {
        return new Expected(Kind.MISSING, till.id(), from, until);
    }

    private static Expected of(Kind kind, long root) {
        return new Expected(kind, "berlin", root, root);
    }

    private interface Says extends java.util.function.Function<TestShop, Expected> {}

    private static Tampering one(String name, Consumer<TestShop> deed, Says... flaws) {
        TestShop shop = new TestShop();
        deed.accept(shop);
        List<Expected> expected = new ArrayList<>();
        for (Says each : flaws) {
            expected.add(each.apply(shop));
        }
        return new Tampering(name, shop.exported(), Set.of(), expected);
    }

    private interface SaysOfRoot extends java.util.function.Function<String, Expected> {}

    /** Somebody kept the last root before it was done. */
    private static Tampering kept(String name, BiConsumer<TestShop, String> deed, SaysOfRoot... flaws) {
        TestShop shop = new TestShop();
        String root = shop.lastRoot();
        deed.accept(shop, root);
        List<Expected> expected = new ArrayList<>();
        for (SaysOfRoot each : flaws) {
            expected.add(each.apply(root));
        }
        return new Tampering(name, shop.exported(), Set.of(root), expected);
    }
}
