-- What staff enter around a round. Counts of meetings and of what was sent; never anything that a citizen answered.

create table round_fact (
	round text primary key references round (id),
	expected integer not null, -- invitations, as said at the opening
	stopped_on text -- from then on nobody new is asked; dates and codes that are out stand
) without rowid, strict;

-- Every later closing day and every stop, with its reason: shown beside the figures.
create table round_change (
	round text not null references round (id),
	kind text not null check (kind in ('extended', 'stopped')),
	decided_on text not null,
	closes_on text not null, -- as it was before
	reason text not null,
	primary key (round, kind, decided_on)
) without rowid, strict;

-- A form sent twice makes one batch: `request` is the form's own random name.
alter table batch add column request text;
alter table batch add column made_on text;
create unique index batch_request on batch (request) where request is not null;

-- How many meetings a team held in a month, whether or not anyone was asked.
create table meetings_held (
	team text not null,
	month text not null,
	held integer not null check (held >= 0),
	entered_on text not null,
	primary key (team, month)
) without rowid, strict;

create table committee_term (
	id integer primary key,
	name text not null,
	chair text not null,
	members text not null, -- JSON array of names
	from_day text not null,
	to_day text -- none: until further
) strict;

-- An editor's work: the promise that a comment is about, whether the text is their Danish summary, and why one is not shown.
alter table comment add column promise text;
alter table comment add column is_summary integer not null default 0 check (is_summary in (0, 1));
alter table comment add column reason text check (reason in ('recognisable', 'employee', 'offensive', 'no-content'));

-- `sending`: of the codes sent out in a month, how many are used. Replaced at each day's turn like the others.
drop table fieldwork;
create table fieldwork (
	round text not null,
	dimension text not null check (dimension in ('', 'team', 'channel', 'sending')),
	category text not null,
	answer text not null,
	n integer not null,
	day text not null,
	primary key (round, dimension, category, answer)
) without rowid, strict;
