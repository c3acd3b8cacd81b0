import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import { STATES, type State } from '../../interviews/review.ts';
import type { Piece } from '../../interviews/text.ts';
import { immediately, type Db } from '../core/database.ts';
import type { Interview } from './interviews.ts';

export const SUMMARY_MAX = 12_000;
/** A draft may be too long to be sent: what was pasted is kept, and it is said how much is too much. */
export const DRAFT_MAX = 200_000;

/** A summary of an interview, or of a course where `interview` is null. */
export type Summary = {
	id: string;
	course: string;
	interview: string | null;
	draft: string;
	begunOn: Day;
	state: State;
};
export type Version = {
	version: number;
	text: string;
	checked: string[];
	user: string;
	name: string;
	day: Day;
};
export type Remark = Piece & {
	id: string;
	version: number;
	text: string;
	recognisable: boolean;
	user: string;
	name: string;
	day: Day;
};

/** The summary of an interview or course; begun when it is first asked for. */
export function prepare(
	db: Db,
	{ course, interview }: { course: string; interview: string | null },
	today: Day
): Summary {
	return immediately(db, () => {
		const known = db
			.prepare<[string, string | null], string>(
				'select id from summary where course = ? and interview is ?'
			)
			.pluck()
			.get(course, interview);
		const id = known ?? randomUUID();
		if (!known) {
			db.prepare(
				"insert into summary (id, course, interview, draft, begun_on) values (?, ?, ?, '', ?)"
			).run(id, course, interview, today);
		}
		const kept = find(db, id);
		if (!kept) throw new Error('a summary that was just written is there');
		return kept;
	});
}

export function find(db: Db, id: string): Summary | undefined {
	const row = db.prepare<[string], Row>(`${SELECT} where id = ?`).get(id);
	return row && { ...row, state: stateOf(db, row.id) };
}

/** Newest first. */
export const list = (db: Db): Summary[] =>
	db
		.prepare<[], Row>(`${SELECT} order by begun_on desc, id`)
		.all()
		.map((row) => ({ ...row, state: stateOf(db, row.id) }));

/** The summary of an interview, and the one of its course. */
export const about = (db: Db, { id, course }: Pick<Interview, 'id' | 'course'>): Summary[] =>
	list(db).filter(
		(each) => each.interview === id || (each.course === course && each.interview === null)
	);

/** Keeps the draft; who changed it wrote it. Whether it may be written now is for the review to say. */
export function writeDraft(db: Db, id: string, user: string, text: string): void {
	const { changes } = db
		.prepare('update summary set draft = ? where id = ? and draft <> ?')
		.run(text, id, text);
	if (changes === 0) return;
	db.prepare('insert or ignore into summary_author (summary, user) values (?, ?)').run(id, user);
}

export const authors = (db: Db, id: string): string[] =>
	db.prepare<[string], string>('select user from summary_author where summary = ?').pluck().all(id);

/** A text that is sent is a version: it stands. */
export function addVersion(
	db: Db,
	id: string,
	{ text, checked, user }: { text: string; checked: string[]; user: string },
	today: Day
): void {
	db.prepare(
		`insert into summary_version (summary, version, text, checked, user, day)
		 values (?, (select count(*) + 1 from summary_version where summary = ?), ?, ?, ?, ?)`
	).run(id, id, text, JSON.stringify(checked), user, today);
}

/** Oldest first. */
export const versions = (db: Db, id: string): Version[] =>
	db
		.prepare<[string], Omit<Version, 'checked'> & { checked: string }>(
			`select version, text, checked, user, user.name as name, day from summary_version
			 join user on user.id = summary_version.user where summary = ? order by version`
		)
		.all(id)
		.map((row) => ({ ...row, checked: z.array(z.string()).parse(JSON.parse(row.checked)) }));

export const latest = (db: Db, id: string): Version | undefined => versions(db, id).at(-1);

export function addRemark(
	db: Db,
	id: string,
	remark: Piece & { text: string; recognisable: boolean; user: string; version: number },
	today: Day
): void {
	db.prepare(
		`insert into summary_remark (id, summary, version, start_at, end_at, text, recognisable, user, day)
		 values (?, ?, ?, ?, ?, ?, ?, ?, ?)`
	).run(
		randomUUID(),
		id,
		remark.version,
		remark.start,
		remark.end,
		remark.text,
		Number(remark.recognisable),
		remark.user,
		today
	);
}

/** Only one's own. */
export const removeRemark = (db: Db, id: string, remark: string, user: string): boolean =>
	db
		.prepare('delete from summary_remark where id = ? and summary = ? and user = ?')
		.run(remark, id, user).changes === 1;

/** By version, and then in the order of the text. */
export const remarks = (db: Db, id: string): Remark[] =>
	db
		.prepare<[string], Omit<Remark, 'recognisable'> & { recognisable: number }>(
			`select summary_remark.id as id, version, start_at as "start", end_at as "end", text, recognisable, user,
			 user.name as name, day from summary_remark join user on user.id = summary_remark.user
			 where summary = ? order by version, start_at, end_at, summary_remark.id`
		)
		.all(id)
		.map((row) => ({ ...row, recognisable: row.recognisable === 1 }));

/** Texts and remarks go; only that there was a summary is left. */
export function eraseTexts(db: Db, id: string): void {
	db.prepare('delete from summary_remark where summary = ?').run(id);
	db.prepare('delete from summary_version where summary = ?').run(id);
	db.prepare("update summary set draft = '' where id = ?").run(id);
}

/** Where a summary stands: where its last step led. */
const stateOf = (db: Db, id: string): State =>
	z
		.enum(STATES)
		.parse(
			db
				.prepare<[string], string>(
					'select to_state from summary_step where summary = ? order by n desc limit 1'
				)
				.pluck()
				.get(id) ?? 'draft'
		);

type Row = Omit<Summary, 'state'>;
const SELECT = 'select id, course, interview, draft, begun_on as begunOn from summary';
