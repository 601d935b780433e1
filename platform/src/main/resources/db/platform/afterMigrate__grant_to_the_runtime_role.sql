-- The runtime role may change everything but what is marked insert-only, which it may only add to.
do $$
declare
    t record;
begin
    execute 'grant usage on schema public to ${app_role}';
    for t in select c.oid, c.relname, coalesce(obj_description(c.oid, 'pg_class'), '') as remark
             from pg_class c
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
               and c.relname <> 'flyway_schema_history'
    loop
        if t.remark like 'insert-only%' then
            execute format('revoke update, delete, truncate on %I from ${app_role}', t.relname);
            execute format('grant select, insert on %I to ${app_role}', t.relname);
        else
            execute format('grant select, insert, update, delete, truncate on %I to ${app_role}', t.relname);
        end if;
    end loop;
    execute 'grant usage, select on all sequences in schema public to ${app_role}';
end
$$;
