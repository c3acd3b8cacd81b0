-- One file per municipality. No time finer than a day is stored anywhere; ids of counted submissions are random.
-- WITHOUT ROWID: an insertion order would tell in which order people answered.

create table setting (name text primary key, value text not null) without rowid, strict;

create table questionnaire (hash text primary key, content text not null) without rowid, strict;

create table round (
	id text primary key,
	prefix text not null unique,
	content text not null, -- the Round as JSON, never changed but for a later closing day
	opens_on text not null,
	closes_on text not null
) without rowid, strict;

-- A month (whole municipality), quarter, half-year or the round itself (breakdowns), with its announced publication day.
create table unit (
	round text not null references round (id),
	unit text not null,
	kind text not null check (kind in ('month', 'quarter', 'half-year', 'round')),
	publishes_on text not null,
	state text not null default 'open' check (state in ('open', 'released', 'carried', 'hidden')),
	released_on text,
	key_destroyed_on text,
	primary key (round, unit)
) without rowid, strict;

-- The box: the unreleased counters of a round and unit, sealed; one length per layout whatever it holds.
create table box (
	round text not null,
	unit text not null,
	sealed blob not null,
	primary key (round, unit)
) without rowid, strict;

-- One sealed row of one size for every counted outcome, empty or not; `unit` is the quarter it will be read in.
create table sealed_comment (
	id blob primary key,
	round text not null,
	unit text not null,
	sealed blob not null
) without rowid, strict;

create table receipt (id blob primary key, round text not null) without rowid, strict;

create table code (
	hmac blob primary key,
	round text not null,
	team text,
	batch integer not null,
	used integer not null default 0 check (used in (0, 1))
) without rowid, strict;

-- A batch of codes or paper forms: what was handed out, and so the denominator.
create table batch (
	id integer primary key,
	round text not null,
	channel text not null check (channel in ('code', 'paper')),
	team text,
	month text not null,
	invited integer not null check (invited >= 0)
) strict;

create table not_counted (round text not null, reason text not null, n integer not null, primary key (round, reason)) without rowid, strict;

create table quarantine (
	id blob primary key,
	round text not null,
	reason text not null,
	envelope text not null,
	door text not null, -- the grant that it came by as JSON, or 'null': a retry must take the same door
	day text not null
) without rowid, strict;

-- What a device that is not a citizen's own may post as.
create table grant_token (
	hash blob primary key,
	round text not null,
	channel text not null check (channel in ('tablet', 'paper')),
	team text,
	revoked integer not null default 0
) without rowid, strict;

-- The only figures that anyone may see. A row never changes.
create table released (
	round text not null,
	unit text not null,
	series text not null,
	breakdown text not null, -- '' is the whole municipality
	category text not null,
	item text not null, -- '' is the outcomes
	answer text not null,
	n integer not null,
	released_on text not null,
	primary key (round, unit, series, breakdown, category, item, answer)
) without rowid, strict;

create trigger released_never_changes before update on released
begin select raise(abort, 'a released figure never changes'); end;
create trigger released_never_goes before delete on released
begin select raise(abort, 'a released figure never changes'); end;

-- Comments of released quarters, until an editor has taken names out. Random ids: no order.
create table comment (
	id blob primary key,
	round text not null,
	unit text not null,
	text text not null,
	state text not null default 'unread' check (state in ('unread', 'shown', 'hidden'))
) without rowid, strict;

-- Yesterday's counts, rounded down to a multiple of five; replaced at each day's turn.
create table fieldwork (
	round text not null,
	dimension text not null check (dimension in ('', 'team', 'channel')),
	category text not null,
	answer text not null,
	n integer not null,
	day text not null,
	primary key (round, dimension, category, answer)
) without rowid, strict;

create table backup (day text primary key, verified integer not null) without rowid, strict;
