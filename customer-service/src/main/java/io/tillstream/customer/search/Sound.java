package io.tillstream.customer.search;

/**
 * How a name sounds, coarsely, after Cologne phonetics: Meier, Maier and Meyer are one, so are Schmidt and Schmitt. For
 * names that a cashier hears and types.
 */
final class Sound {

    private static final int SHORTEST_WORD = 4;

    private Sound() {}

    /** The code of a word made by {@link Words}, or an empty string when it is too short to tell anything. */
    static String of(String word) {
        if (word.length() < SHORTEST_WORD) {
            return "";
        }
        String spelled = word.replace("ph", "f").replace("sch", "s").replace("x", "ks");
        StringBuilder code = new StringBuilder();
        char previous = ' ';
        for (int i = 0; i < spelled.length(); i++) {
            char sound = soundOf(spelled.charAt(i));
            if (sound != previous && (sound != '0' || i == 0)) {
                code.append(sound);
            }
            previous = sound;
        }
        return code.length() < 2 ? "" : code.toString();
    }

    private static char soundOf(char letter) {
        return switch (letter) {
            case 'b', 'p' -> '1';
            case 'd', 't' -> '2';
            case 'f', 'v', 'w' -> '3';
            case 'c', 'g', 'k', 'q' -> '4';
            case 'l' -> '5';
            case 'm', 'n' -> '6';
            case 'r' -> '7';
            case 's', 'z' -> '8';
            case 'a', 'e', 'h', 'i', 'j', 'o', 'u', 'y' -> '0';
            default -> letter;
        };
    }
}
