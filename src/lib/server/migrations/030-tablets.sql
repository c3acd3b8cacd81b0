-- Tablets that are handed over. Of a handover nothing is here: no time, no count and no choice.

alter table grant_token add column label text; -- what stands on the tablet itself
alter table grant_token add column made_on text;
alter table grant_token add column seen_on text; -- the last day that the tablet was heard from
alter table grant_token add column replaced integer not null default 0 check (replaced in (0, 1)); -- it was started again

-- What a tablet that was started again may still send: the rounds and teams that it was started with before.
create table grant_earlier (
	hash blob not null,
	round text not null,
	team text not null, -- '' is no team
	primary key (hash, round, team)
) without rowid, strict;

-- Short-lived codes that start a tablet once; only their HMAC is kept.
create table start_code (
	hmac blob primary key,
	round text not null,
	team text not null, -- '' is no team
	label text not null,
	expires_at integer not null
) without rowid, strict;

-- Codes for those at a tablet who would rather answer at home. The tablet was the offer, so these invite nobody anew.
alter table batch add column home integer not null default 0 check (home in (0, 1));
