-- Whether the keys of that moment were copied with the file: without them a copy opens no open period.
alter table backup add column pair integer not null default 0 check (pair in (0, 1));
