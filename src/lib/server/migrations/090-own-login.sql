-- A sign-in at the municipality's own SAML login that is under way. One way: what came back is used once, whatever comes of it.
create table saml_attempt (
	id text primary key, -- of our request, which the answer must name
	cookie blob not null, -- SHA-256 of the cookie of the browser that began it
	trial integer not null check (trial in (0, 1)), -- an administrator tries the login out: nobody is let in by it
	ticket blob, -- SHA-256 of what the browser comes on with, once an answer has been taken
	answer text, -- what it said, until the browser has come on
	expires_at integer not null
) without rowid, strict;

-- What the login must be told when a session ends here, and by what it says that one ended there.
create table saml_session (
	session blob primary key references session (hash) on delete cascade,
	name_id text not null,
	format text,
	session_index text
) without rowid, strict;
create index saml_session_name on saml_session (name_id);

-- A sign-out on its way to the login and back.
create table saml_logout (
	cookie blob primary key, -- SHA-256
	name_id text not null,
	format text,
	session_index text,
	request text, -- the id of our request, once it is sent
	expires_at integer not null
) without rowid, strict;
