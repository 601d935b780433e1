package io.tillstream.customer.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people type it at a till: case, accents, umlauts and punctuation make no difference. */
final class Words {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{4,30}");
    private static final int FEWEST_DIGITS = 4;

    private Words() {}

    /** {@code "Jürgen Müller-Groß"} becomes {@code jurgen, muller, gross}, and so does {@code "Juergen Mueller"}. */
    static List<String> of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "a")
                .replace("ł", "l")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
        return Arrays.stream(BETWEEN.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static boolean isPhone(String text) {
        return PHONE.matcher(text.trim()).matches() && digits(text).length() >= FEWEST_DIGITS;
    }

    /** The digits without what stands for "abroad" or "other town": {@code +49 170 …}, {@code 0049 170 …}, {@code 0170 …}. */
    static String digits(String phone) {
        String digits = phone.replace("(0)", "").replaceAll("[^0-9]", "");
        return digits.replaceFirst("^0{1,2}", "");
    }

    static boolean isInternational(String phone) {
        String trimmed = phone.trim();
        return trimmed.startsWith("+") || trimmed.startsWith("00");
    }
}
