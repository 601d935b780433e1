-- An import can make tables a thousand times larger within one transaction. Until they are counted again the planner reads
-- whole tables where an index would do. Only their owner may count them, so the procedure runs as the owner.
create procedure refresh_statistics()
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    analyze category, product, product_barcode, price, price_book_version;
end
$$;
