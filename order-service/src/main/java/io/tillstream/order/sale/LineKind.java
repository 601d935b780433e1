package io.tillstream.order.sale;

/** Whether goods leave the shop or come back; a return line's quantity and amount are negative. */
public enum LineKind {
    SALE,
    RETURN;

    /** True when a number has the sign this kind of line asks for; zero fits both. */
    boolean fits(int signum) {
        return this == SALE ? signum >= 0 : signum <= 0;
    }

    public static LineKind ofQuantity(int signum) {
        return signum < 0 ? RETURN : SALE;
    }
}
