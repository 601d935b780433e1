package io.tillstream.order.sale;

/**
 * Who stood at the till, as the till knows it: tills are handed over by PIN, and the token belongs to whoever signed in last.
 *
 * @param id subject of their own token
 */
public record RungUpBy(String id, String name) {}
