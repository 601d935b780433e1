package io.tillstream.finance.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of the ledger, read once: a running service does not change its chart. */
@Component
public class ChartOfAccounts {
    private final List<LedgerAccount> accounts;
    private final Map<AccountUse, String> codes = new EnumMap<>(AccountUse.class);

    ChartOfAccounts(JdbcClient database) {
        this.accounts = database.sql("select code, name, kind, used_for from ledger_account order by code")
                .query(new DataClassRowMapper<>(LedgerAccount.class))
                .list();
        for (LedgerAccount account : accounts) {
            if (account.usedFor() != null) {
                codes.put(account.usedFor(), account.code());
            }
        }
        for (AccountUse use : AccountUse.values()) {
            if (!codes.containsKey(use)) {
                throw new IllegalStateException("No account of the chart is used for " + use);
            }
        }
    }

    /** The code of the account that serves this use. */
    public String codeFor(AccountUse use) {
        return Objects.requireNonNull(codes.get(use));
    }

    List<LedgerAccount> accounts() {
        return accounts;
    }

    boolean has(String code) {
        return accounts.stream().anyMatch(account -> account.code().equals(code));
    }
}
