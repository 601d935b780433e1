package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.Settings.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Read-only connections to the databases of all services, each seeing one moment from its first question to its last. */
final class Databases implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 5_000;

    private final Function<Part, DatabaseAccess> access;
    private final Map<Part, Connection> connections = new EnumMap<>(Part.class);

    Databases(Function<Part, DatabaseAccess> access) {
        this.access = access;
    }

    private Connection connection(Part service) throws SQLException {
        Connection known = connections.get(service);
        if (known == null) {
            DatabaseAccess to = access.apply(service);
            known = DriverManager.getConnection(to.url(), to.user(), to.password());
            known.setAutoCommit(false);
            known.setReadOnly(true);
            known.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connections.put(service, known);
        }
        return known;
    }

    /**
     * A check inside one database.
     *
     * @param counted answers how many things were looked at
     * @param violations answers one text for each thing that is wrong
     */
    Verdict verdict(Part service, String counted, String violations) throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Cursor cursor = rows(service, violations)) {
            while (cursor.next()) {
                wrong.add(cursor.text(1));
            }
        }
        return Verdict.of(number(service, counted), wrong);
    }

    long number(Part service, String sql) throws SQLException {
        try (Cursor cursor = rows(service, sql)) {
            cursor.next();
            return Long.parseLong(cursor.text(1));
        }
    }

    Set<String> texts(Part service, String sql) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (Cursor cursor = rows(service, sql)) {
            while (cursor.next()) {
                texts.add(cursor.text(1));
            }
        }
        return texts;
    }

    /** Rows streamed in small portions, so that millions of them need no memory. */
    Cursor rows(Part service, String sql) throws SQLException {
        Statement statement = connection(service).createStatement();
        try {
            statement.setFetchSize(ROWS_AT_ONCE);
            return new Cursor(statement, statement.executeQuery(sql));
        } catch (SQLException e) {
            statement.close();
            throw new SQLException(service.label() + ": " + e.getMessage(), e);
        }
    }

    /** The rows of one question. */
    static final class Cursor implements AutoCloseable {
        private final Statement statement;
        private final ResultSet rows;

        Cursor(Statement statement, ResultSet rows) {
            this.statement = statement;
            this.rows = rows;
        }

        boolean next() throws SQLException {
            return rows.next();
        }

        String text(int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? "" : text;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
