-- Seals over the audit log (design rule 6). A seal takes exactly the rows of the transactions from the end of the seal
-- before up to a transaction number below which nothing is under way any more, so no later commit can fall inside.

-- The application says what happened; number, transaction and machine time are the database's.
revoke insert on platform.audit from krom_app;
grant insert (at, actor_kind, actor_id, actor_name, authority, action, subject_type, subject_id, unit_id, request_id, detail) on platform.audit to krom_app;

create table platform.audit_seal (
  batch bigint primary key,
  -- Form of the canonical bytes, so that a later column does not make old seals look broken.
  form int not null,
  from_txid xid8 not null,
  to_txid xid8 not null,
  row_count int not null check (row_count > 0),
  rows_hash bytea not null,
  -- 16 bytes a row (number, beginning of its hash): tells which row was touched, not only that one was.
  row_marks bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  key_id text not null,
  signature bytea not null,
  sealed_at timestamptz(3) not null,
  check (from_txid < to_txid)
);
grant select on platform.audit_seal to krom_app;

-- The only way in: the next seal, right after the last.
create function platform.add_audit_seal(new_seal platform.audit_seal) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ declare last platform.audit_seal;
     begin
       if not platform.is_system() then raise exception 'only a system actor seals' using errcode = '42501'; end if;
       select * into last from platform.audit_seal order by batch desc limit 1;
       if new_seal.batch <> coalesce(last.batch, 0) + 1
         or new_seal.from_txid <> coalesce(last.to_txid, '0'::xid8)
         or new_seal.previous_hash <> coalesce(last.hash, ''::bytea)
         or new_seal.to_txid > pg_snapshot_xmin(pg_current_snapshot())
       then raise exception 'the seal does not follow the last one' using errcode = '23514'; end if;
       insert into platform.audit_seal select new_seal.*;
     end $$;
revoke all on function platform.add_audit_seal(platform.audit_seal) from public;
grant execute on function platform.add_audit_seal(platform.audit_seal) to krom_app;
