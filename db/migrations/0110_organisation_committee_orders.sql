-- Where the order stands that made a committee, gave a seat or ended one: an address of the house. Empty where the order
-- is only known by its number.
alter table organisation.committee add column order_href text check (order_href like '/%');
alter table organisation.committee_member
  add column order_href text check (order_href like '/%'),
  add column end_order_href text check (end_order_href like '/%');
create index committee_of_order on organisation.committee (order_href) where order_href is not null;
create index committee_member_of_order on organisation.committee_member (order_href) where order_href is not null;
create index committee_member_ended_by_order on organisation.committee_member (end_order_href) where end_order_href is not null;
