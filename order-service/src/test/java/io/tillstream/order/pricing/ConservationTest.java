package io.tillstream.order.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.order.pricing.BasketToPrice.ChargedFigures;
import io.tillstream.order.pricing.BasketToPrice.ChargedLine;
import io.tillstream.order.pricing.BasketToPrice.LineToPrice;
import io.tillstream.order.pricing.PricedBasket.LineDiscount;
import io.tillstream.order.pricing.PricedBasket.LineTax;
import io.tillstream.order.pricing.PricedBasket.PricedLine;
import io.tillstream.order.pricing.PricedBasket.TaxGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What must hold of every basket, tried on random ones; the seed stands in the message. */
class ConservationTest {

    private static final int BASKETS = 2000;

    @Test
    void nothingIsLostBetweenLinesTaxGroupsAndTotal() {
        onRandomBaskets((seed, scenario) -> {
            PricedBasket priced = scenario.priced();
            assertThat(sum(priced.lines(), PricedLine::gross)).as(seed).isEqualByComparingTo(priced.total());
            assertThat(sum(priced.taxGroups(), TaxGroup::gross)).as(seed).isEqualByComparingTo(priced.total());
            assertThat(priced.net().add(priced.tax())).as(seed).isEqualByComparingTo(priced.total());
            for (PricedLine line : priced.lines()) {
                assertThat(line.base().subtract(sum(line.discounts(), LineDiscount::amount)))
                        .as(seed)
                        .isEqualByComparingTo(line.amount());
                assertThat(line.net().add(sum(line.taxes(), LineTax::tax)))
                        .as(seed)
                        .isEqualByComparingTo(line.gross());
            }
        });
    }

    /** What the tax rule made of a whole (a line or a group) stands in the trace. */
    @Test
    void theTaxOfTheLinesIsTheTaxOfTheWhole() {
        onRandomBaskets((seed, scenario) -> {
            BigDecimal ofWholes = Decimals.sum(scenario.priced().trace().stream()
                    .filter(entry -> entry.kind() == TraceEntry.Kind.TAX
                            && entry.parameters().containsKey("tax"))
                    .map(entry -> new BigDecimal(entry.parameters().get("tax")))
                    .toList());
            BigDecimal ofLines = BigDecimal.ZERO;
            for (int i = 0; i < scenario.basket().lines().size(); i++) {
                if (scenario.basket().lines().get(i).original() == null) {
                    ofLines = ofLines.add(sum(scenario.priced().lines().get(i).taxes(), LineTax::tax));
                }
            }
            assertThat(ofLines).as(seed).isEqualByComparingTo(ofWholes);
        });
    }

    @Test
    void discountsNeverMakeALineNegative() {
        onRandomBaskets((seed, scenario) -> {
            for (int i = 0; i < scenario.basket().lines().size(); i++) {
                if (scenario.basket().lines().get(i).quantity().signum() > 0) {
                    assertThat(scenario.priced().lines().get(i).amount())
                            .as(seed)
                            .isNotNegative();
                }
            }
        });
    }

    @Test
    void theOrderOfScanningChangesNothing() {
        onRandomBaskets((seed, scenario) -> {
            List<LineToPrice> shuffled = new ArrayList<>(scenario.basket().lines());
            Collections.shuffle(shuffled, new Random(seed.hashCode()));
            PricedBasket again = scenario.kernel().price(with(scenario.basket(), shuffled));
            assertThat(again.total())
                    .as(seed)
                    .isEqualByComparingTo(scenario.priced().total());
            assertThat(again.taxGroups()).as(seed).isEqualTo(scenario.priced().taxGroups());
            assertThat(anonymous(again)).as(seed).containsExactlyInAnyOrderElementsOf(anonymous(scenario.priced()));
        });
    }

    @Test
    void whatIsSoldAndComesBackPieceByPieceNetsToNothing() {
        onRandomBaskets((seed, scenario) -> {
            Random random = new Random(seed.hashCode());
            for (int i = 0; i < scenario.basket().lines().size(); i++) {
                LineToPrice line = scenario.basket().lines().get(i);
                if (line.quantity().signum() > 0) {
                    PricedLine sold = scenario.priced().lines().get(i);
                    ChargedFigures back = allBackInParts(scenario, line, sold, random);
                    assertThat(back.gross()).as(seed).isEqualByComparingTo(sold.gross());
                    assertThat(back.base()).as(seed).isEqualByComparingTo(sold.base());
                    assertThat(back.amount()).as(seed).isEqualByComparingTo(sold.amount());
                    assertThat(sum(back.taxes(), LineTax::tax))
                            .as(seed)
                            .isEqualByComparingTo(sum(sold.taxes(), LineTax::tax));
                }
            }
        });
    }

    private static ChargedFigures allBackInParts(Scenario scenario, LineToPrice line, PricedLine sold, Random random) {
        ChargedFigures charged =
                new ChargedFigures(line.quantity(), sold.base(), sold.amount(), sold.gross(), sold.taxes());
        ChargedFigures back =
                new ChargedFigures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, List.of());
        while (back.quantity().compareTo(charged.quantity()) < 0) {
            BigDecimal left = charged.quantity().subtract(back.quantity());
            BigDecimal part = left.min(BigDecimal.valueOf(1 + random.nextInt(9000), 3));
            LineToPrice returned = new LineToPrice(
                    "back",
                    line.product(),
                    part.negate(),
                    null,
                    null,
                    new ChargedLine(sold.unitPrice(), "A", charged, back));
            PricedLine reversed = scenario.kernel()
                    .price(with(scenario.basket(), List.of(returned)))
                    .lines()
                    .getFirst();
            back = together(back, part, reversed);
        }
        return back;
    }

    private static ChargedFigures together(ChargedFigures back, BigDecimal part, PricedLine reversed) {
        List<LineTax> taxes = reversed.taxes().stream()
                .map(tax ->
                        new LineTax(tax.id(), tax.rate(), back.taxOf(tax.id()).subtract(tax.tax())))
                .toList();
        return new ChargedFigures(
                back.quantity().add(part),
                back.base().subtract(reversed.base()),
                back.amount().subtract(reversed.amount()),
                back.gross().subtract(reversed.gross()),
                taxes);
    }

    private record Scenario(PricingKernel kernel, BasketToPrice basket, PricedBasket priced) {}

    private static void onRandomBaskets(BiConsumer<String, Scenario> law) {
        for (long seed = 1; seed <= BASKETS; seed++) {
            JsonNode input = RandomScenario.of(seed);
            PricingKernel kernel = new PricingKernel(PricingJson.readBook(input.path("book")));
            BasketToPrice basket = PricingJson.readBasket(input.path("basket"));
            PricedBasket priced;
            try {
                priced = kernel.price(basket);
            } catch (PricingFailure refused) {
                continue;
            }
            law.accept("seed " + seed, new Scenario(kernel, basket, priced));
        }
    }

    private static BasketToPrice with(BasketToPrice basket, List<LineToPrice> lines) {
        return new BasketToPrice(
                basket.store(),
                basket.at(),
                basket.customerGroup(),
                basket.taxExempt(),
                basket.coupons(),
                basket.discount(),
                lines);
    }

    private static List<Object> anonymous(PricedBasket priced) {
        return priced.lines().stream()
                .map(line -> (Object) new PricedLine(
                        "",
                        line.unitPrice(),
                        line.base(),
                        line.discounts(),
                        line.amount(),
                        line.net(),
                        line.gross(),
                        line.taxes()))
                .toList();
    }

    private static <T> BigDecimal sum(List<T> things, Function<T, BigDecimal> of) {
        return Decimals.sum(things.stream().map(of).toList());
    }
}
