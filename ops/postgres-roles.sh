#!/bin/sh
# Database and roles as Krom wants them: an owner who is no superuser, an application that owns nothing.
# Run once by the administrator of the server; also by hand: KROM_OWNER_PASSWORD=… KROM_APP_PASSWORD=… sh postgres-roles.sh
set -eu
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres -v owner="$KROM_OWNER_PASSWORD" -v app="$KROM_APP_PASSWORD" <<'SQL'
create role krom_app nologin;
create role krom_log nologin;
create role krom_owner login password :'owner' nosuperuser nocreatedb nocreaterole nobypassrls;
create role krom_web login password :'app' nosuperuser nocreatedb nocreaterole nobypassrls in role krom_app;
-- The log of who opened what gets an owner of its own that can do nothing but add lines.
grant krom_log to krom_owner with set true;
create database krom owner krom_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
SQL
