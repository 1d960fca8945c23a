-- Letters by their number, however it was typed: the question becomes the few spellings that are kept, which are asked for
-- by equality. Equality of texts is leakproof, so the policy of the table lets the index be used; a pattern would not.
create index letter_by_reference on correspondence.letter (reference) where reference is not null;
