package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

final class ReceiptNumbersAreGapless implements Invariant {

    private static final String VIOLATIONS = """
            with numbered as (
                select till_id, receipt_number, count(*) as times,
                       lag(receipt_number, 1, receipt_number / 1000000000 * 1000000000) over (
                           partition by till_id, receipt_number / 1000000000 order by receipt_number) as before
                from sale group by till_id, receipt_number
            )
            select 'till ' || till_id || ': receipt ' || receipt_number
                   || case when times > 1 then ' was used ' || times || ' times'
                           else ' follows ' || before end
            from numbered where times > 1 or receipt_number <> before + 1
            order by till_id, receipt_number
            """;

    @Override
    public String name() {
        return "receipt-numbers-are-gapless";
    }

    @Override
    public String promise() {
        return "each till numbers its receipts 1, 2, 3 … for each of its devices, without a gap or a repeat";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases.verdict(Part.ORDER, "select count(*) from sale", VIOLATIONS);
    }
}
