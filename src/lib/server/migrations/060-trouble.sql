-- What the file remembers of the keys outside it: neither half is made anew beside the other. `mark` is a hash of a secret.
create table keyring (name text primary key, mark blob) without rowid, strict;
insert into keyring (name) select 'codes.secret' where exists (select 1 from round) or exists (select 1 from start_code);
insert into keyring (name) select 'seal' where exists (select 1 from round);
insert into keyring (name) select 'staff.key' where exists (select 1 from totp) or exists (select 1 from interview_key);

-- `lost`: the day had come, and the box could not be opened.
create table unit_of_now (
	round text not null references round (id),
	unit text not null,
	kind text not null check (kind in ('month', 'quarter', 'half-year', 'round')),
	publishes_on text not null,
	state text not null default 'open' check (state in ('open', 'released', 'carried', 'hidden', 'lost')),
	released_on text,
	key_destroyed_on text,
	primary key (round, unit)
) without rowid, strict;
insert into unit_of_now select round, unit, kind, publishes_on, state, released_on, key_destroyed_on from unit;
drop table unit;
alter table unit_of_now rename to unit;

-- Two processes may release at once, and one may have read before the other wrote.
create trigger unit_closes_once before update on unit
when old.state <> 'open' and (new.state <> old.state or new.released_on is not old.released_on)
begin select raise(abort, 'a closed unit stays as it is'); end;
create trigger unit_never_goes before delete on unit when old.state <> 'open'
begin select raise(abort, 'a closed unit stays as it is'); end;
create trigger unit_day_never_moves before update on unit when new.publishes_on <> old.publishes_on
begin select raise(abort, 'a publication day that was announced never moves'); end;

create table picture_quarter_of_now (
	quarter text primary key,
	layout text not null, -- the categories, fixed when the quarter opens
	publishes_on text not null,
	sealed blob, -- the box; gone when released
	state text not null default 'open' check (state in ('open', 'released', 'hidden', 'lost')),
	released_on text,
	key_destroyed_on text
) without rowid, strict;
insert into picture_quarter_of_now
	select quarter, layout, publishes_on, sealed, state, released_on, key_destroyed_on from picture_quarter;
drop table picture_quarter;
alter table picture_quarter_of_now rename to picture_quarter;

create trigger picture_quarter_closes_once before update on picture_quarter
when old.state <> 'open' and (new.state <> old.state or new.released_on is not old.released_on or new.sealed is not null)
begin select raise(abort, 'a closed quarter stays as it is'); end;

-- Keys whose box is gone, or no longer needed, in the transaction that made it so; they are destroyed when it is on disk.
create table doomed_key (round text not null, unit text not null, primary key (round, unit)) without rowid, strict;
