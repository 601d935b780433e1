package io.tillstream.catalog.product;

/**
 * How far a typed word is from the beginning of a known one: letters left out, added, taken for another, or two swapped
 * count one each (optimal string alignment). The console's {@code src/domain/typing-errors.ts} is the same.
 */
final class TypingErrors {
    /** Of words that are too far apart. */
    static final int TOO_MANY = Integer.MAX_VALUE;

    private TypingErrors() {}

    /** How many errors are forgiven: none in short words and in numbers. */
    static int forgivenIn(String typed) {
        if (typed.length() < 4 || typed.chars().anyMatch(Character::isDigit)) {
            return 0;
        }
        return typed.length() < 8 ? 1 : 2;
    }

    /**
     * Two for each error, and one more when the word goes on: a whole word goes before one that only begins alike.
     */
    static int cost(String typed, String word) {
        int forgiven = forgivenIn(typed);
        int reach = Math.min(word.length(), typed.length() + forgiven);
        int[] beforeLast = new int[reach + 1];
        int[] last = new int[reach + 1];
        int[] row = new int[reach + 1];
        for (int j = 0; j <= reach; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= reach; j++) {
                char wanted = typed.charAt(i - 1);
                char found = word.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (wanted == found ? 0 : 1));
                if (i > 1 && j > 1 && wanted == word.charAt(j - 2) && typed.charAt(i - 2) == found) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > forgiven) {
                return TOO_MANY;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        int errors = last[0];
        for (int j = 1; j <= reach; j++) {
            errors = Math.min(errors, last[j]);
        }
        boolean whole = reach == word.length() && last[reach] <= forgiven;
        return errors > forgiven ? TOO_MANY : 2 * errors + (whole ? 0 : 1);
    }
}
