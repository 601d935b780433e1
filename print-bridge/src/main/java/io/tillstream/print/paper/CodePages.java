package io.tillstream.print.paper;

import java.nio.charset.Charset;
import java.util.Map;

/** The code pages that ESC t selects, by the numbers that Epson gave them. */
final class CodePages {

    private static final Map<Integer, Charset> PAGES = Map.ofEntries(
            Map.entry(0, Charset.forName("IBM437")),
            Map.entry(2, Charset.forName("IBM850")),
            Map.entry(16, Charset.forName("windows-1252")),
            Map.entry(17, Charset.forName("IBM866")),
            Map.entry(18, Charset.forName("IBM852")),
            Map.entry(19, Charset.forName("IBM00858")),
            Map.entry(45, Charset.forName("windows-1250")),
            Map.entry(46, Charset.forName("windows-1251")),
            Map.entry(47, Charset.forName("windows-1253")),
            Map.entry(48, Charset.forName("windows-1254")),
            Map.entry(51, Charset.forName("windows-1257")));

    private CodePages() {}

    static boolean knows(int number) {
        return PAGES.containsKey(number);
    }

    static char letter(int page, int code) {
        Charset charset = PAGES.getOrDefault(page, Charset.forName("IBM437"));
        return new String(new byte[] {(byte) code}, charset).charAt(0);
    }
}
