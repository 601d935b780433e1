package io.tillstream.customer.group;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CustomerGroups {
    private static final String USED = """
            select group_code as code, count(*) as customers from customer
            where group_code is not null and status = 'ACTIVE'
            group by group_code order by group_code limit :most
            """;

    private final JdbcClient jdbc;

    CustomerGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By code. */
    List<CustomerGroup> used(int most) {
        return jdbc.sql(USED)
                .param("most", most)
                .query((row, number) -> new CustomerGroup(row.getString("code"), row.getLong("customers")))
                .list();
    }
}
