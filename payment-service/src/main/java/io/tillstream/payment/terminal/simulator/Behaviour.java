package io.tillstream.payment.terminal.simulator;

/** How the simulated terminal treats an operation. */
enum Behaviour {
    APPROVES,
    DECLINES_FOR_FUNDS,
    DECLINES_EXPIRED_CARD,
    /** Charges, but its answer is lost on the way. */
    LOSES_APPROVAL,
    /** Declines, but its answer is lost on the way. */
    LOSES_DECLINE,
    /** Is still busy the first times it is asked, then approves. */
    TAKES_ITS_TIME,
    /** Approves and says so again, unasked. */
    ANSWERS_TWICE,
    /** Stays silent, then approves unasked. */
    ANSWERS_LATE,
    /** The request never arrives. */
    UNREACHABLE
}
