package io.tillstream.order.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.order.sale.ApprovalAction;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.sale.LineKind;
import io.tillstream.order.sale.ReturnOf;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.SalePricing.GivenDiscount;
import io.tillstream.order.sale.SalePricing.LinePricing;
import io.tillstream.order.sale.SalePricing.PriceOrigin;
import io.tillstream.platform.security.Role;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples that the console's twin answers as well. */
class ApprovalExamplesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theSameNeedsTheSameApprovals(String name, JsonNode policy, JsonNode example) {
        List<Deed> deeds = SaleDeeds.of(
                example.path("lines")
                        .valueStream()
                        .map(ApprovalExamplesTest::line)
                        .toList(),
                pricing(example.path("pricing")));
        List<GivenApproval> approvals = example.path("approvals")
                .valueStream()
                .map(ApprovalExamplesTest::approval)
                .toList();

        List<String> needed = terms(policy).needs(deeds, roles(example.path("roles"))).stream()
                .filter(need -> approvals.stream().noneMatch(need::isCoveredBy))
                .map(need -> words(
                        need.deed().action().name(),
                        need.deed().lineNo(),
                        need.deed().amount(),
                        need.deed().of(),
                        need.deed().percent(),
                        need.approvers()))
                .toList();

        assertThat(needed)
                .isEqualTo(example.path("needed")
                        .valueStream()
                        .map(each -> words(
                                each.path("action").stringValue(),
                                each.has("lineNo") ? each.path("lineNo").asInt() : null,
                                decimal(each, "amount"),
                                decimal(each, "of"),
                                decimal(each, "percent"),
                                roles(each.path("approvers"))))
                        .toList());
    }

    static Stream<Object[]> examples() {
        JsonNode file = JsonMapper.shared()
                .readTree(Path.of("../contracts/approval/examples.json").toFile());
        return file.path("examples").valueStream().map(example -> new Object[] {
            example.path("name").stringValue(),
            file.path("policies").path(example.path("policy").stringValue()),
            example
        });
    }

    private static String words(
            String action, Integer line, BigDecimal amount, BigDecimal of, BigDecimal percent, Set<Role> approvers) {
        return Stream.of(
                        action,
                        line,
                        plain(amount),
                        plain(of),
                        plain(percent),
                        approvers.stream().sorted().toList())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static String plain(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }

    private static ApprovalTerms terms(JsonNode rules) {
        return new ApprovalTerms(
                null,
                "Example",
                true,
                null,
                rules.valueStream()
                        .map(rule -> new ApprovalRule(
                                ApprovalAction.valueOf(rule.path("action").stringValue()),
                                rule.path("above").isNull()
                                        ? null
                                        : new ApprovalRule.Above(
                                                decimal(rule.path("above"), "percent"),
                                                decimal(rule.path("above"), "amount")),
                                roles(rule.path("alone")),
                                roles(rule.path("approvers"))))
                        .toList());
    }

    private static SaleLine line(JsonNode line) {
        BigDecimal quantity = decimal(line, "quantity");
        JsonNode returned = line.path("returnOf");
        return new SaleLine(
                line.path("lineNo").asInt(),
                LineKind.valueOf(line.path("kind").stringValue()),
                null,
                "SKU",
                "Goods",
                quantity,
                decimal(line, "unitPrice"),
                BigDecimal.ZERO,
                "STANDARD",
                BigDecimal.ZERO,
                decimal(line, "amount"),
                returned.isMissingNode()
                        ? null
                        : new ReturnOf(
                                UUID.fromString(returned.path("saleId").stringValue()),
                                returned.path("lineNo").asInt()),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static SalePricing pricing(JsonNode pricing) {
        return new SalePricing(
                null,
                LocalDateTime.parse("2026-11-22T10:15"),
                null,
                null,
                null,
                discount(pricing.path("basketDiscount")),
                pricing.path("lines")
                        .valueStream()
                        .map(line -> new LinePricing(
                                line.path("lineNo").asInt(),
                                line.has("price")
                                        ? PriceOrigin.valueOf(line.path("price").stringValue())
                                        : null,
                                discount(line.path("discount")),
                                decimal(line, "listPrice")))
                        .toList(),
                null);
    }

    private static GivenDiscount discount(JsonNode discount) {
        return discount.isMissingNode()
                ? null
                : new GivenDiscount(decimal(discount, "percent"), decimal(discount, "amount"));
    }

    private static GivenApproval approval(JsonNode approval) {
        return new GivenApproval(
                ApprovalAction.valueOf(approval.path("action").stringValue()),
                approval.has("lineNo") ? approval.path("lineNo").asInt() : null,
                "mia",
                "Mia",
                GivenApproval.How.PIN,
                Instant.parse("2026-11-22T10:15:00Z"),
                null,
                decimal(approval, "difference"),
                decimal(approval, "percent"));
    }

    private static Set<Role> roles(JsonNode names) {
        return names.valueStream().map(name -> Role.valueOf(name.stringValue())).collect(Collectors.toSet());
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return node.has(field) ? new BigDecimal(node.path(field).stringValue()) : null;
    }
}
