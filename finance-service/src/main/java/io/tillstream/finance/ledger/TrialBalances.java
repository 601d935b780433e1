package io.tillstream.finance.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Trial balances from the day totals: a few rows per store and day, however many sales there were. */
@Component
class TrialBalances {
    private final JdbcClient database;

    TrialBalances(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public TrialBalance read(
            StoreScope scope, @Nullable String storeId, @Nullable LocalDate asOf, @Nullable String asked) {
        String currency = asked != null ? asked : onlyCurrency(scope);
        if (currency == null) {
            return TrialBalance.of(storeId, asOf, null, List.of());
        }
        List<TrialBalance.Item> items = database.sql("""
                        select a.code as account, a.name, sum(d.debit) as debit, sum(d.credit) as credit,
                            sum(d.debit) - sum(d.credit) as balance
                        from account_day d join ledger_account a on a.code = d.account
                        where (:everyStore or d.store_id = any(:stores)) and d.currency = :currency
                            and d.business_date <= coalesce(:asOf::date, 'infinity')
                        group by a.code, a.name order by a.code""")
                .param("everyStore", scope.everyStore())
                .param("stores", scope.asArray())
                .param("currency", currency)
                .param("asOf", asOf)
                .query(new DataClassRowMapper<>(TrialBalance.Item.class))
                .list();
        return TrialBalance.of(storeId, asOf, currency, items);
    }

    private @Nullable String onlyCurrency(StoreScope scope) {
        List<String> currencies = database.sql("""
                        select distinct currency from account_day
                        where :everyStore or store_id = any(:stores) order by currency""")
                .param("everyStore", scope.everyStore())
                .param("stores", scope.asArray())
                .query((row, no) -> row.getString(1))
                .list();
        if (currencies.size() > 1) {
            throw new CurrencyNeeded(currencies);
        }
        return currencies.isEmpty() ? null : currencies.getFirst();
    }
}
