-- File and keys are copied and put back apart. Both carry how far they have come, and each new copy, release, round, code or
-- grant moves both on: the file in its own transaction (`settled` = 0), then the keys, then the file notes that they followed.
create table generation (
	only integer primary key check (only = 1),
	n integer not null,
	settled integer not null check (settled in (0, 1))
) strict;
insert into generation (only, n, settled) values (1, 0, 0);

create trigger generation_by_keyring after insert on keyring when (select settled from generation)
begin update generation set n = n + 1, settled = 0; end;
create trigger generation_by_round after insert on round when (select settled from generation)
begin update generation set n = n + 1, settled = 0; end;
create trigger generation_by_closing_day after update of closes_on on round when (select settled from generation)
begin update generation set n = n + 1, settled = 0; end;
create trigger generation_by_unit after update of state on unit when (select settled from generation)
begin update generation set n = n + 1, settled = 0; end;
create trigger generation_by_code after insert on code when (select settled from generation)
begin update generation set n = n + 1, settled = 0; end;
create trigger generation_by_grant after insert on grant_token when (select settled from generation)
begin update generation set n = n + 1, settled = 0; end;

-- An operator went on with a half that was older than the other.
create table restoration (
	n integer primary key, -- the generation that both began with afterwards
	day text not null,
	older text not null check (older in ('file', 'keys'))
) strict;
