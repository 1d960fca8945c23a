-- A lost device may hold passkeys as well as codes: a removal by two administrators takes both. Whoever turns the codes
-- off keeps the own passkeys.
create or replace function organisation.drop_factors(p_person int) returns void
  language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  delete from organisation.totp where person_id = p_person;
  delete from organisation.recovery_code where person_id = p_person;
  delete from organisation.sign_in_step where person_id = p_person;
  update organisation.passkey set removed_at = clock_timestamp() where person_id = p_person and removed_at is null;
end $$;

create or replace function organisation.remove_my_totp() returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if not exists (select from organisation.totp where person_id = platform.actor_id() and confirmed_at is not null) then return false; end if;
  delete from organisation.totp where person_id = platform.actor_id();
  delete from organisation.recovery_code where person_id = platform.actor_id();
  delete from organisation.sign_in_step where person_id = platform.actor_id();
  return true;
end $$;

-- Asked while nobody is signed in yet, after the password was right: yes or no.
create function organisation.has_passkey(p_person int) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select exists (select from organisation.passkey where person_id = p_person and removed_at is null)
$$;
revoke all on function organisation.has_passkey(int) from public;
grant execute on function organisation.has_passkey(int) to krom_app;

create or replace function organisation.start_factor_removal(p_person int, p_reason text, p_hours int) returns text
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if platform.actor_id() = 0 then raise insufficient_privilege; end if;
  if p_person = platform.actor_id() then return 'self'; end if;
  perform from organisation.account where person_id = p_person for update;
  perform organisation.close_expired_removals();
  if not (organisation.has_second_factor(p_person) or organisation.has_passkey(p_person)) then return 'none'; end if;
  if exists (select from organisation.factor_removal where person_id = p_person and outcome is null) then return 'open'; end if;
  insert into organisation.factor_removal (person_id, reason, started_by, expires_at)
    values (p_person, p_reason, platform.actor_id(), platform.legal_now() + p_hours * interval '1 hour');
  return 'started';
end $$;
