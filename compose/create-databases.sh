#!/bin/sh
# Runs once, when PostgreSQL's data folder is empty: one database with two roles for each service.
# The owner migrates the schema; the application role gets its rights table by table from the migrations.
set -eu

for database in catalog inventory orders purchasing billing payment finance customer shipping; do
    psql --set ON_ERROR_STOP=1 --username postgres \
        --set database="$database" --set owner="${database}_owner" --set app="${database}_app" \
        --set owner_password="$DB_OWNER_PASSWORD" --set app_password="$DB_PASSWORD" <<'SQL'
create role :"owner" login password :'owner_password';
create role :"app" login password :'app_password';
create database :"database" owner :"owner";
revoke all on database :"database" from public;
grant connect on database :"database" to :"app";
\connect :"database"
grant usage on schema public to :"app";
SQL
done

psql --set ON_ERROR_STOP=1 --username postgres --set password="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
