-- Staff sign in, citizens never do: the only times finer than a day are here, and none of them is of an answer.

create table user (
	id text primary key,
	name text not null,
	email text not null, -- in small letters
	password text, -- argon2id; none before the invitation is taken up, and for those of the municipality's own login
	issuer text, -- the municipality's own login, and who it says this is
	subject text,
	active integer not null default 1 check (active in (0, 1)),
	demo integer not null default 0 check (demo in (0, 1)), -- invented: a demo server lets anyone in as them
	created_on text not null,
	check ((issuer is null) = (subject is null))
) without rowid, strict;
create unique index user_email on user (email) where issuer is null;
create unique index user_subject on user (issuer, subject) where issuer is not null;

create table user_role (
	user text not null references user (id),
	role text not null check (role in ('caseworker', 'leader', 'chair', 'secretary', 'administrator')),
	primary key (user, role)
) without rowid, strict;

-- A copy of the file opens no session: only the SHA-256 of the id in the cookie is here.
create table session (
	hash blob primary key,
	user text not null references user (id),
	step text not null check (step in ('second-factor', 'enrol', 'done')),
	browser text not null,
	started_at integer not null, -- seconds since 1970, whole minutes
	used_at integer not null,
	expires_at integer not null
) without rowid, strict;
create index session_user on session (user);

-- A browser that someone has signed in from before: strangers' wrong passwords do not slow it down.
create table device (
	hash blob primary key,
	user text not null references user (id),
	used_on text not null
) without rowid, strict;

-- Single-use links, by the SHA-256 of their token.
create table invitation (
	hash blob primary key,
	user text not null references user (id),
	kind text not null check (kind in ('invitation', 'password', 'second-factor')),
	expires_at integer not null
) without rowid, strict;
create index invitation_user on invitation (user);

create table totp (
	user text primary key references user (id),
	sealed blob not null, -- AES-256-GCM under a key outside this file
	confirmed integer not null default 0 check (confirmed in (0, 1)),
	step integer not null default 0 -- the last one used: neither it nor an earlier one is taken again
) without rowid, strict;

create table recovery_code (
	hash blob primary key,
	user text not null references user (id)
) without rowid, strict;
create index recovery_code_user on recovery_code (user);

-- A sign-in at the municipality's own login that is under way, by the SHA-256 of its cookie.
create table oidc_attempt (
	hash blob primary key,
	state text not null,
	nonce text not null,
	verifier text not null,
	expires_at integer not null
) without rowid, strict;

-- Who did what, when. Never an answer, a comment, a code or a citizen.
create table audit (
	id integer primary key autoincrement,
	day text not null,
	time text not null, -- to the minute, or '' where a minute could tell of a citizen
	who text references user (id), -- none: nobody is signed in, or the server itself
	what text not null,
	about text not null
) strict;
create index audit_day on audit (day);

create trigger audit_never_changes before update on audit
begin select raise(abort, 'the audit log is only added to'); end;
-- Retention erases whole years; what is younger than one stays whoever asks.
create trigger audit_never_goes before delete on audit when old.day > date('now', '-1 year')
begin select raise(abort, 'the audit log is only added to'); end;
