package io.tillstream.order.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the promotions that could touch a basket without looking at all of them. */
final class PromotionIndex {

    private static final Comparator<Promotion> RANK =
            Comparator.comparing(Promotion::priority, Comparator.reverseOrder()).thenComparing(Promotion::id);

    /** A promotion and the lines it aims at. */
    record Aim(Promotion promotion, List<GoodsLine> lines) {}

    private final List<Promotion> ranked;
    private final Map<String, List<Integer>> byProduct = new HashMap<>();
    private final Map<String, List<Integer>> byCategory = new HashMap<>();
    private final List<Integer> forEverything = new ArrayList<>();

    PromotionIndex(List<Promotion> promotions) {
        this.ranked = promotions.stream().sorted(RANK).toList();
        for (int rank = 0; rank < ranked.size(); rank++) {
            for (Promotion.PromotionTarget target : ranked.get(rank).targets()) {
                enter(rank, target);
            }
        }
    }

    /** The promotions that aim at any of these lines, by rank, each with its lines in the order given. */
    List<Aim> aimingAt(List<GoodsLine> lines) {
        Map<Integer, List<GoodsLine>> found = new TreeMap<>();
        for (GoodsLine line : lines) {
            for (int rank : candidates(line.product())) {
                if (ranked.get(rank).targets().stream().anyMatch(target -> target.aimsAt(line.product()))) {
                    found.computeIfAbsent(rank, each -> new ArrayList<>()).add(line);
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Aim(ranked.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private Set<Integer> candidates(PriceBook.PricedProduct product) {
        Set<Integer> candidates = new LinkedHashSet<>(forEverything);
        candidates.addAll(byProduct.getOrDefault(product.id(), List.of()));
        for (String category : product.categories()) {
            candidates.addAll(byCategory.getOrDefault(category, List.of()));
        }
        return candidates;
    }

    private void enter(int rank, Promotion.PromotionTarget target) {
        if (target.isEverything()) {
            forEverything.add(rank);
        }
        for (String product : target.products()) {
            byProduct.computeIfAbsent(product, each -> new ArrayList<>()).add(rank);
        }
        for (String category : target.categories()) {
            byCategory.computeIfAbsent(category, each -> new ArrayList<>()).add(rank);
        }
    }
}
