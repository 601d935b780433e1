package io.tillstream.order.sale;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column of a table with what a row has in it, bound for one row as a value and for many as an array. */
record Column<T>(String name, String type, Function<T, @Nullable Object> value) {

    /** {@code id, store_id}. */
    static <T> String names(List<Column<T>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** {@code ?::uuid, ?::text}. */
    static <T> String values(List<Column<T>> columns) {
        return columns.stream().map(column -> "?::" + column.type).collect(Collectors.joining(", "));
    }

    /** {@code ?::uuid[], ?::text[]}. */
    static <T> String arrays(List<Column<T>> columns) {
        return columns.stream().map(column -> "?::" + column.type + "[]").collect(Collectors.joining(", "));
    }

    /** Binds the columns of one row from a position on, and returns the next. */
    static <T> int bind(PreparedStatement statement, int position, List<Column<T>> columns, T row) throws SQLException {
        int next = position;
        for (Column<T> column : columns) {
            statement.setObject(next++, column.value.apply(row), column.sqlType());
        }
        return next;
    }

    /** Binds the columns of many rows as arrays from a position on, and returns the next. */
    static <T> int bindAll(PreparedStatement statement, int position, List<Column<T>> columns, List<T> rows)
            throws SQLException {
        int next = position;
        for (Column<T> column : columns) {
            column.bindAll(statement, next++, rows);
        }
        return next;
    }

    /** One null instead of a null for each row: unnest fills up a column that is not there. */
    private void bindAll(PreparedStatement statement, int position, List<T> rows) throws SQLException {
        @Nullable Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new @Nullable Object[rows.size()];
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
            any |= values[i] != null;
        }
        if (any) {
            statement.setArray(position, statement.getConnection().createArrayOf(type, values));
        } else {
            statement.setNull(position, Types.ARRAY);
        }
    }

    private int sqlType() {
        return switch (type) {
            case "uuid" -> Types.OTHER;
            case "numeric" -> Types.NUMERIC;
            case "bigint" -> Types.BIGINT;
            case "date" -> Types.DATE;
            case "timestamptz" -> Types.TIMESTAMP_WITH_TIMEZONE;
            case "bytea" -> Types.BINARY;
            default -> Types.VARCHAR;
        };
    }

    static <T> Column<T> at(String name, Function<T, OffsetDateTime> instant) {
        return new Column<>(name, "timestamptz", instant::apply);
    }
}
