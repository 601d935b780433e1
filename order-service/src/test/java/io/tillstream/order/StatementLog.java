package io.tillstream.order;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Writes down which statements web requests send to the database; those of consumers and the relay are passed over. */
@Component
public class StatementLog implements BeanPostProcessor {

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    public void clear() {
        statements.clear();
    }

    public List<String> ofRequests() {
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Listening(source) : bean;
    }

    private void heard(String method, Object[] arguments) {
        boolean inRequest = Thread.currentThread().getName().startsWith("tomcat-handler");
        if (inRequest && method.equals("prepareStatement")) {
            statements.add(String.valueOf(arguments[0]));
        }
        if (inRequest && (method.equals("setAutoCommit") || method.equals("commit"))) {
            statements.add(method);
        }
    }

    private final class Listening extends DelegatingDataSource {

        Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        heard(method.getName(), arguments);
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
