-- The inbox is one large statement over the tables of many modules behind their walls: planning it took longer than
-- running it. PostgreSQL keeps one plan for all calls as soon as that plan is not estimated to cost more than one made
-- for the call; what told against it was a function that was taken to give 1,000 rows and gives none or a few.
alter function organisation.removals_for_me() rows 2;
