-- ties a sale to the inbox: a rebuild of a read model takes exactly the sales whose event was applied to it
alter table sale add column event_id uuid;
