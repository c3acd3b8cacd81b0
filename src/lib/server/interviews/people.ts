import { after, hasFallen, type Note, type Standing } from '../../interviews/calls.ts';
import { immediately, type Db } from '../core/database.ts';
import type { Outcome } from '../../outcome.ts';

/** Someone who was drawn: a place in the order, and nothing that says who. */
export type Person = {
	number: number;
	standing: Standing;
	/** Whose place they are asked in. */
	replaces: number | null;
	/** Who knows them, and so does not interview them. */
	knownTo: string | null;
	/** What was noted last can be undone: nobody has acted on it yet. */
	mayUndo: boolean;
};
type Refusal = 'unknown-person' | 'cannot-note' | 'cannot-undo' | 'not-drawn' | 'not-next';
type Size = { wanted: number; eligible: number; stratified: boolean };

export const list = (db: Db, course: string): Person[] =>
	db
		.prepare<[string], Omit<Person, 'mayUndo'> & { mayUndo: 0 | 1 }>(
			`select number, standing, replaces, user.name as knownTo,
			 before is not null and standing <> 'held' and standing <> 'withdrew'
			 and not exists (select 1 from drawn_person next
				where next.course = person.course and next.replaces = person.number
				and (next.standing <> 'drawn' or next.before is not null))
			 and not exists (select 1 from interview
				where interview.course = person.course and interview.number = person.number) as mayUndo
			 from drawn_person person
			 left join user on user.id = known_to where course = ? order by number`
		)
		.all(course)
		.map((person) => ({ ...person, mayUndo: person.mayUndo === 1 }));

/**
 * Notes what came of asking someone. Where somebody else is to be asked, the next in the order is called at once; when every
 * team must be heard, the holder of the list says which number that is (`callNext`).
 */
export function note(
	db: Db,
	course: string,
	{ number, note, user }: { number: number; note: Note; user: string }
): Outcome<Refusal> {
	return immediately(db, () => {
		const person = list(db, course).find((each) => each.number === number);
		if (!person) return { ok: false, reason: 'unknown-person' };
		const standing = after(person.standing, note);
		if (!standing) return { ok: false, reason: 'cannot-note' };
		db.prepare(
			`update drawn_person set before = standing, known_before = known_to, standing = ?, known_to = ?
			 where course = ? and number = ?`
		).run(standing, standing === 'known' ? user : null, course, number);
		const size = sizeOf(db, course);
		if (size && !size.stratified && needsNext(db, course, size, number)) {
			const next = Math.max(...list(db, course).map((each) => each.number)) + 1;
			if (next <= size.eligible) call(db, course, next, number);
		}
		return { ok: true };
	});
}

/**
 * Takes the last note about someone back, as long as nobody was noted who is asked in their place: the one who was called for
 * them is not, and the order is as it was.
 */
export function undo(db: Db, course: string, number: number): Outcome<Refusal> {
	return immediately(db, () => {
		const person = list(db, course).find((each) => each.number === number);
		if (!person) return { ok: false, reason: 'unknown-person' };
		if (!person.mayUndo) return { ok: false, reason: 'cannot-undo' };
		db.prepare('delete from drawn_person where course = ? and replaces = ?').run(course, number);
		db.prepare(
			`update drawn_person set standing = before, known_to = known_before, before = null, known_before = null
			 where course = ? and number = ?`
		).run(course, number);
		return { ok: true };
	});
}

/** The first to be asked: the first of the order. */
export function callFirst(db: Db, course: string, { wanted, eligible }: Size): void {
	for (let number = 1; number <= Math.min(wanted, eligible); number++) call(db, course, number);
}

/** Where every team must be heard: the numbers that the holder of the list finds by the printed steps. */
export function callTeams(db: Db, course: string, numbers: readonly number[]): Outcome<Refusal> {
	return immediately(db, () => {
		const size = sizeOf(db, course);
		if (!size?.stratified || list(db, course).length > 0) return { ok: false, reason: 'not-drawn' };
		const expected = Math.min(size.wanted, size.eligible);
		const isWhole = new Set(numbers).size === expected && numbers.length === expected;
		if (!isWhole || numbers.some((number) => number < 1 || number > size.eligible)) {
			return { ok: false, reason: 'not-next' };
		}
		for (const number of numbers) call(db, course, number);
		return { ok: true };
	});
}

export function callNext(
	db: Db,
	course: string,
	{ number, replaces }: { number: number; replaces: number }
): Outcome<Refusal> {
	return immediately(db, () => {
		const size = sizeOf(db, course);
		if (!size?.stratified) return { ok: false, reason: 'not-drawn' };
		const isNew = !list(db, course).some((each) => each.number === number);
		if (!isNew || number < 1 || number > size.eligible) return { ok: false, reason: 'not-next' };
		if (!needsNext(db, course, size, replaces)) return { ok: false, reason: 'not-next' };
		call(db, course, number, replaces);
		return { ok: true };
	});
}

/** Numbers in whose place somebody else is still to be called. */
export function waitingForNext(db: Db, course: string): number[] {
	const size = sizeOf(db, course);
	if (!size?.stratified) return [];
	return list(db, course)
		.map(({ number }) => number)
		.filter((number) => needsNext(db, course, size, number));
}

/** Whether someone fell away whom nobody is asked for yet, while fewer than wanted still stand. */
function needsNext(db: Db, course: string, { wanted, eligible }: Size, number: number): boolean {
	const all = list(db, course);
	const person = all.find((each) => each.number === number);
	const isReplaced = all.some(({ replaces }) => replaces === number);
	const standing = all.filter((each) => !hasFallen(each.standing)).length;
	return (
		person !== undefined &&
		hasFallen(person.standing) &&
		!isReplaced &&
		standing < Math.min(wanted, eligible) &&
		all.length < eligible
	);
}

const sizeOf = (db: Db, course: string): Size | undefined => {
	const row = db
		.prepare<[string], { wanted: number; eligible: number; stratified: number }>(
			'select wanted, eligible, stratified from draw where course = ? and seed is not null'
		)
		.get(course);
	return row && { ...row, stratified: row.stratified === 1 };
};

function call(db: Db, course: string, number: number, replaces?: number): void {
	db.prepare(
		"insert into drawn_person (course, number, standing, replaces) values (?, ?, 'drawn', ?)"
	).run(course, number, replaces ?? null);
}
