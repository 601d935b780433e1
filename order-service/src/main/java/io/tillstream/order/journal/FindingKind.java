package io.tillstream.order.journal;

/** How something that arrived for a journal does not fit. The money facts stand whatever it is. */
enum FindingKind {
    /** It is not in the form that journals have, or tells of another device. */
    NOT_AN_ENTRY,
    /** The device's key did not sign this. */
    SIGNATURE_WRONG,
    /** Another entry has this number: what came first stands. */
    NUMBER_TAKEN,
    /** It does not hold the hash of the entry before it. */
    CHAIN_BROKEN
}
