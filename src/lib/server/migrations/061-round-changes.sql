-- A second extension on one day lost the first one's reason: every change stands, in the order in which they were made.
create table round_change_of_now (
	round text not null references round (id),
	n integer not null, -- 1 is the round's first change
	kind text not null check (kind in ('extended', 'stopped')),
	decided_on text not null,
	closes_on text not null, -- as it was before
	reason text not null,
	primary key (round, n)
) without rowid, strict;
insert into round_change_of_now
	select round, row_number() over (partition by round order by decided_on, kind), kind, decided_on, closes_on, reason
	from round_change;
drop table round_change;
alter table round_change_of_now rename to round_change;

create trigger round_change_never_changes before update on round_change
begin select raise(abort, 'a change of a round stays as it was noted'); end;
