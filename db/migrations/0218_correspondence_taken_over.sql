-- The second wall around a unit that is gone and was taken over (organisation.unit_succession): the successor's people
-- stand for its party, so that every policy lets them read and finish what it had. These say what they do not get.

-- Classified records are of persons and posts: not inherited through a unit that was their reader.
do $$
declare t text;
begin
  foreach t in array array['letter', 'letter_body', 'register_entry', 'received_letter'] loop
    execute format('create policy %1$s_need_to_know on correspondence.%1$I as restrictive for select to krom_app using (
      not restricted or readers && (select platform.own_principals()) or (select platform.is_system()))', t);
  end loop;
  -- Nothing new in its name: no number, no letter, no received letter, no group, no template, no old register.
  foreach t in array array['letter', 'register_entry', 'received_letter', 'incoming_counter', 'recipient_group', 'letter_template', 'register_import'] loop
    execute format('create policy %1$s_of_a_living_unit on correspondence.%1$I as restrictive for insert to krom_app with check (
      owner_unit_id <> all ((select platform.taken_over())::int[]))', t);
  end loop;
end $$;
-- A number that it had reserved stays unused and runs out.
create policy register_entry_reserved_by_living on correspondence.register_entry as restrictive for update to krom_app using (
  state <> 'reserved' or owner_unit_id <> all ((select platform.taken_over())::int[]));
