-- Interviews and their review. No name, number or key of a citizen is anywhere here: someone who was drawn is a number in an
-- order that only the holder of the list can read.

-- Someone's key pair: what they write on a device is sealed to it, and opened here for them alone.
create table interview_key (
	user text primary key references user (id),
	id text not null,
	public_key text not null,
	sealed blob not null -- the private key, AES-256-GCM under a key outside this file
) without rowid, strict;

create table interview_course (
	id text primary key,
	kind text not null,
	content text not null, -- the plan's kind as it was when the course began
	name text not null,
	wanted integer not null check (wanted > 0),
	due_on text not null,
	begun_on text not null,
	cancelled_on text,
	cancelled_because text,
	-- Whether the notes are to be kept in the municipality's own archive: decided, where it has said that it must be.
	journal text check (journal in ('filed', 'not-filed')),
	journal_on text,
	check ((cancelled_on is null) = (cancelled_because is null)),
	check ((journal is null) = (journal_on is null))
) without rowid, strict;

create table interview_participant (
	course text not null references interview_course (id),
	user text not null references user (id),
	role text not null check (role in ('chair', 'leader')),
	primary key (course, user)
) without rowid, strict;

-- The list's digest stands before any number is typed, and the numbers before any of them is shown.
create table draw (
	course text primary key references interview_course (id),
	digest text not null check (length(digest) = 64),
	listed integer not null,
	eligible integer not null check (eligible between 1 and listed),
	teams integer not null,
	stratified integer not null check (stratified in (0, 1)),
	wanted integer not null,
	as_of text not null,
	locked_on text not null,
	locked_by text not null references user (id),
	seed text,
	drawn_on text,
	check ((seed is null) = (drawn_on is null))
) without rowid, strict;
create trigger draw_stands before update on draw
when old.seed is not null or new.digest <> old.digest or new.as_of <> old.as_of or new.eligible <> old.eligible
	or new.listed <> old.listed or new.stratified <> old.stratified or new.wanted <> old.wanted
begin select raise(abort, 'a draw stands'); end;
create trigger draw_stays before delete on draw when old.seed is not null
begin select raise(abort, 'a draw stands'); end;

create table draw_number (
	course text not null references draw (course) on delete cascade,
	role text not null check (role in ('chair', 'leader')),
	user text not null references user (id),
	number integer not null check (number between 0 and 999999),
	salt text not null,
	commitment text not null, -- shown at once; the number and the salt only when both are in
	primary key (course, role)
) without rowid, strict;
create trigger draw_number_stands before update on draw_number
begin select raise(abort, 'a number stands'); end;

-- Every list that was locked and given up before the draw, with the reason: said on the record.
create table draw_restart (
	course text not null references interview_course (id),
	n integer not null,
	digest text not null,
	numbers integer not null, -- how many had typed theirs
	reason text not null,
	day text not null,
	user text not null references user (id),
	primary key (course, n)
) without rowid, strict;

create table drawn_person (
	course text not null references draw (course),
	number integer not null check (number > 0), -- their place in the order
	standing text not null
		check (standing in ('drawn', 'yes', 'no', 'not-reached', 'known', 'held', 'withdrew')),
	replaces integer,
	known_to text references user (id),
	primary key (course, number)
) without rowid, strict;
create unique index drawn_person_replaces on drawn_person (course, replaces) where replaces is not null;

create table interview (
	id text primary key,
	course text not null,
	number integer not null,
	language text not null, -- that the words of consent were read out in
	consented_on text not null,
	held_on text,
	ended text check (ended in ('withdrawn')),
	notes_erased_on text,
	unique (course, number),
	foreign key (course, number) references drawn_person (course, number)
) without rowid, strict;

create table interview_holder (
	interview text not null references interview (id),
	user text not null references user (id),
	primary key (interview, user)
) without rowid, strict;

-- Raw notes: each interviewer's own, by question. Erased by the municipality's rule.
create table interview_note (
	interview text not null references interview (id),
	author text not null references user (id),
	question text not null,
	text text not null,
	revision integer not null,
	writer text not null,
	turn integer not null,
	primary key (interview, author, question)
) without rowid, strict;

create table passage (
	id text primary key,
	interview text not null references interview (id),
	author text not null, -- whose note it stands in
	question text not null,
	start_at integer not null,
	end_at integer not null,
	text text not null, -- '' once the notes are erased, unless it may be quoted
	promise text not null,
	tone text not null check (tone in ('works', 'better')),
	quote text not null check (quote in ('own-words', 'verbatim', 'no')),
	wording text not null
) without rowid, strict;
create index passage_interview on passage (interview);
