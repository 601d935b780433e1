package io.tillstream.order.salvage;

/** What a till sends; each kind is found where it is kept. */
enum DocumentKind {
    SALE("select id from sale where store_id = ? and id = any (?)"),
    TILL_SESSION("select id from till_session where store_id = ? and id = any (?)"),
    /** Under the id of its session. */
    CLOSING("select id from till_session where store_id = ? and closed_at is not null and id = any (?)"),
    CASH_MOVEMENT(ofSession("cash_movement")),
    HAND_OVER(ofSession("hand_over")),
    VOID(ofSession("voided_basket"));

    final String known;

    DocumentKind(String known) {
        this.known = known;
    }

    private static String ofSession(String table) {
        return "select fact.id from " + table + " fact join till_session session on session.id = fact.till_session_id"
                + " where session.store_id = ? and fact.id = any (?)";
    }
}
