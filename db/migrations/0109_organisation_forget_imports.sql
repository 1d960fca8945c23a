-- Files that were checked and never confirmed are forgotten whole, with what was uploaded; of those that were brought in
-- the rows are, and the import stays as history. Only the system erases: everybody else sees no more than his own.
create index table_import_staged on organisation.table_import (checked_at) where applied_at is null;

create function organisation.table_imports_held(what text) returns table (held bigint, oldest timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor_id() = 0 and not platform.is_system() then raise insufficient_privilege; end if;
  case what
    when 'staged' then return query select count(*), min(i.checked_at) from organisation.table_import i where i.applied_at is null;
    when 'rows' then return query select count(*), min(i.applied_at) from organisation.table_import i
      where i.applied_at is not null and exists (select from organisation.table_import_row r where r.import_id = i.id);
  end case;
end $$;

create function organisation.forget_table_imports(what text, before timestamptz, at_most int) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_gone int := 0;
  v_import record;
begin
  if not platform.is_system() then raise insufficient_privilege; end if;
  if before > platform.legal_now() - interval '1 day' then
    raise exception 'imports are kept for a day at least' using errcode = 'check_violation';
  end if;
  for v_import in
    select i.id, i.file_id from organisation.table_import i
    where case what when 'staged' then i.applied_at is null and i.checked_at < before
                    when 'rows' then i.applied_at < before and exists (select from organisation.table_import_row r where r.import_id = i.id) end
    order by i.id limit at_most for update skip locked
  loop
    if what = 'rows' then
      delete from organisation.table_import_row where import_id = v_import.id;
    else
      delete from organisation.table_import where id = v_import.id;
      -- A file that another record took up as well stays with it.
      begin
        delete from platform.file where id = v_import.file_id;
      exception when foreign_key_violation then null;
      end;
    end if;
    v_gone := v_gone + 1;
  end loop;
  return v_gone;
end $$;

revoke all on function organisation.table_imports_held(text), organisation.forget_table_imports(text, timestamptz, int) from public;
grant execute on function organisation.table_imports_held(text), organisation.forget_table_imports(text, timestamptz, int) to krom_app;
