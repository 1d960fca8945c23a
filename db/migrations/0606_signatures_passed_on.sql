-- A document that waits for a post goes on to whoever answers for it now: who was told of it before, so that they read on
-- its page why it waits for them no longer.
alter table signatures.part add column told_before int[] not null default '{}';
grant update (told_before) on signatures.part to krom_app;
