-- What stood before an answer was noted, so that a slip of the finger can be undone; null where there is nothing to undo.
alter table drawn_person add column before text;
alter table drawn_person add column known_before text;
