-- A file of an old register that was checked and never confirmed is forgotten whole, with what was uploaded. What was
-- brought in or taken back stays as history. Only the system erases.
create index register_import_staged on correspondence.register_import (checked_at) where applied_at is null;

create function correspondence.register_imports_held() returns table (held bigint, oldest timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor_id() = 0 and not platform.is_system() then raise insufficient_privilege; end if;
  return query select count(*), min(i.checked_at) from correspondence.register_import i where i.applied_at is null;
end $$;

create function correspondence.forget_register_imports(before timestamptz, at_most int) returns int
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
    select i.id, i.file_id from correspondence.register_import i where i.applied_at is null and i.checked_at < before order by i.id limit at_most for update skip locked
  loop
    delete from correspondence.register_import_row where import_id = v_import.id;
    delete from correspondence.register_import where id = v_import.id;
    -- A file that another record took up as well stays with it.
    begin
      delete from platform.file where id = v_import.file_id;
    exception when foreign_key_violation then null;
    end;
    v_gone := v_gone + 1;
  end loop;
  return v_gone;
end $$;

revoke all on function correspondence.register_imports_held(), correspondence.forget_register_imports(timestamptz, int) from public;
grant execute on function correspondence.register_imports_held(), correspondence.forget_register_imports(timestamptz, int) to krom_app;
