-- Registers are read by days, the last registered first, from either end and from any day: one index gives the order of
-- the screen whichever way it is walked, so the last page costs what the first one does. It stands in the place of the
-- index by id, which followed the days only as long as no older row came in later.
create index register_by_day on correspondence.register_entry (owner_unit_id, year, registered_at desc, id desc);
drop index correspondence.register_by_unit;
create index received_by_day on correspondence.received_letter (owner_unit_id, book, year, registered_at);
