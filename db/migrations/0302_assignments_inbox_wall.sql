-- The wall in front of the parties of tasks asks the cheap question first: a party is told of its own part without a
-- look at the task (whoever answers for a task is among its readers). Without it the inbox read every task that the
-- person may see to find the few that wait.
alter policy task_party_read on assignments.task_party
  using ((select platform.is_system()) or party_id = any ((select platform.principals())::int[]) or exists (select 1 from assignments.task t where t.id = task_id));
