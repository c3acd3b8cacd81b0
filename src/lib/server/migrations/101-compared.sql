-- Another municipality's published figures, as it publishes them: to stand beside one's own.
create table compared (
	municipality text primary key,
	name text not null,
	content text not null, -- what was read of its noegletal.json
	read_on text not null,
	user text not null references user (id)
) without rowid, strict;
