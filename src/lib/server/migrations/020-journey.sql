-- Pictures that their owners share: ciphertext for at most 14 days. No key, no word and no cleartext is ever here;
-- the proofs are hashes of secrets that only the link, the words or the owner has.
create table share (
	id text primary key,
	ciphertext text, -- null as soon as the share has ended
	wrapped text, -- the key, locked with words that are not here
	link_proof blob not null,
	typed_proof blob,
	owner_proof blob not null,
	opens_left integer not null check (opens_left >= 0),
	expires_on text not null,
	ended text check (ended in ('expired', 'withdrawn', 'used-up')),
	check ((ciphertext is null) = (ended is not null))
) without rowid, strict;

-- The quarters in which pictures are counted by consent, in a box of their own, never beside the survey's figures.
create table picture_quarter (
	quarter text primary key,
	layout text not null, -- the categories, fixed when the quarter opens
	publishes_on text not null,
	sealed blob, -- the box; gone when released
	state text not null default 'open' check (state in ('open', 'released', 'hidden')),
	released_on text,
	key_destroyed_on text
) without rowid, strict;

-- Random ids of pictures that were counted: proof against counting twice, linked to nothing.
create table picture_receipt (id blob primary key, quarter text not null) without rowid, strict;

-- The only figures about pictures that anyone may see. A row never changes.
create table picture_released (
	quarter text not null,
	area text not null, -- '' is the place of the marker
	place text not null,
	n integer not null,
	primary key (quarter, area, place)
) without rowid, strict;

create trigger picture_released_never_changes before update on picture_released
begin select raise(abort, 'a released figure never changes'); end;
create trigger picture_released_never_goes before delete on picture_released
begin select raise(abort, 'a released figure never changes'); end;
