package io.tillstream.order.pricing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one language tells what the kernel decided: a file {@code contracts/pricing/sentences.<language>.json}. Weekdays begin with
 * Monday; sentences stand by kind and code ({@code PROMOTION.APPLIED}) with their parameters in braces.
 */
public record Sentences(String decimalSeparator, List<String> weekdays, Map<String, String> sentences) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");

    /** Parameters that people or shops have named: written as they are. */
    private static final Set<String> NAMES = Set.of("list", "by", "promotion", "coupon", "category", "subject");

    /** One entry in words. */
    public String of(TraceEntry entry) {
        String template = sentences.get(entry.kind() + "." + entry.code());
        if (template == null) {
            throw new IllegalArgumentException("no sentence for " + entry.kind() + "." + entry.code());
        }
        return PARAMETER.matcher(template).replaceAll(parameter -> {
            String name = parameter.group(1);
            String value = name.equals("subject")
                    ? entry.subject()
                    : entry.parameters().getOrDefault(name, "");
            return Matcher.quoteReplacement(spoken(name, value));
        });
    }

    private String spoken(String name, String value) {
        if (NAMES.contains(name)) {
            return value;
        }
        if (name.equals("weekdays")) {
            return Arrays.stream(value.split(","))
                    .map(day -> weekdays.get(Integer.parseInt(day) - 1))
                    .collect(Collectors.joining(", "));
        }
        if (MOMENT.matcher(value).matches()) {
            return value.substring(0, 10) + " " + value.substring(11, 16);
        }
        return DECIMAL.matcher(value).matches() ? value.replace(".", decimalSeparator) : value;
    }
}
