-- Where somebody of the staff has asked to be told that something awaits them: typed by themselves, and gone when they turn it off
-- or leave.
create table notice_address (
	user text primary key references user (id),
	address text not null
) without rowid, strict;

-- How far the day's notice to one of them has come, so that it is sent once however many processes look. No user: the
-- municipality's own address for programs. `told` is what awaited when they were told last, by the names of pages.
create table notice_turn (
	user text primary key, -- '' is the municipality
	day text not null,
	state text not null check (state in ('none', 'sending', 'sent', 'failed')),
	tries integer not null,
	told text not null,
	told_on text not null -- '' before the first
) without rowid, strict;
