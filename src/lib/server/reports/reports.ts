import { createHash } from 'node:crypto';
import { monthOf, quarterBefore, quarterOf, type Day } from '../../calendar.ts';
import { json } from '../../json.ts';
import type { Outcome } from '../../outcome.ts';
import type { Plan } from '../../plan/plan.ts';
import { Report, WRITTEN, type WrittenId } from '../../reports/document.ts';
import type { ReportWords } from '../../reports/words.ts';
import { canonical } from '../../survey/questionnaire.ts';
import { immediately, type Db } from '../core/database.ts';
import { isOut } from '../results/quarter-figures.ts';
import { assemble, type Prepared } from './assemble.ts';

export const TEXT_MAX = 2000;
/** How many quarters back a report can be begun. */
const QUARTERS_BACK = 4;

export type Version = {
	quarter: string;
	version: number;
	changed: string;
	meetingOn: Day | null;
	sha256: string | null;
	publicSha256: string | null;
	releasedOn: Day | null;
	releasedBy: string | null;
	publishedOn: Day | null;
};
export type By = { user: string; today: Day };
type NotNow =
	'unknown' | 'released' | 'not-released' | 'not-out' | 'in-work' | 'too-long' | 'empty';

/** Quarters that a report can be of, newest first: those that have one, and the latest that are over. */
export function quarters(db: Db, today: Day): string[] {
	let quarter = quarterOf(monthOf(today));
	const over = Array.from({ length: QUARTERS_BACK }, () => (quarter = quarterBefore(quarter)));
	const known = db.prepare<[], string>('select distinct quarter from report').pluck().all();
	return [...new Set([...over, ...known])].sort().reverse();
}

/** Oldest first. */
export const versions = (db: Db, quarter?: string): Version[] =>
	db
		.prepare<[string | null], Version>(
			`select quarter, version, changed, meeting_on as meetingOn, sha256, public_sha256 as publicSha256,
			 released_on as releasedOn, user.name as releasedBy, published_on as publishedOn
			 from report left join user on user.id = released_by
			 where quarter = coalesce(?, quarter) order by quarter, version`
		)
		.all(quarter ?? null);

/** The version that is worked on: the latest that is not released, or the first, before anybody has written. */
export function inWork(db: Db, quarter: string): Version | undefined {
	const latest = versions(db, quarter).at(-1);
	if (latest) return latest.releasedOn === null ? latest : undefined;
	return {
		quarter,
		version: 1,
		changed: '',
		meetingOn: null,
		sha256: null,
		publicSha256: null,
		releasedOn: null,
		releasedBy: null,
		publishedOn: null
	};
}

/** What people have written of a version. */
export function preparedOf(db: Db, { quarter, version, meetingOn }: Version): Prepared {
	const texts = db
		.prepare<[string, number], { section: string; text: string }>(
			'select section, text from report_text where quarter = ? and version = ?'
		)
		.all(quarter, version);
	const isWritten = (name: string): name is WrittenId => WRITTEN.some((each) => each === name);
	return {
		quarter,
		version,
		changes: versions(db, quarter)
			.filter((each) => each.changed !== '' && each.version <= version)
			.map((each) => ({ version: each.version, changed: each.changed })),
		meetingOn,
		said: Object.fromEntries(
			texts.flatMap(({ section, text }) => (isWritten(section) ? [[section, text]] : []))
		)
	};
}

/** A version as it is read: as it was frozen, or assembled as it stands today. */
export function read(db: Db, plan: Plan, words: ReportWords, version: Version, today: Day): Report {
	const frozen = bytesOf(db, version.quarter, version.version);
	if (frozen !== undefined) return Report.parse(json(frozen));
	const prepared = preparedOf(db, version);
	return assemble(db, plan, words, { prepared, asOf: today, audience: 'committee' });
}

/** The frozen bytes of a version, or nothing while it is in work. */
export const bytesOf = (
	db: Db,
	quarter: string,
	version: number,
	audience: 'committee' | 'public' = 'committee'
): string | undefined =>
	db
		.prepare<[string, number], string | null>(
			`select ${audience === 'public' ? 'public_bytes' : 'bytes'} from report where quarter = ? and version = ?`
		)
		.pluck()
		.get(quarter, version) ?? undefined;

export const digest = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

/** The leader's texts and the day of the meeting, all at once; an empty text is none. */
export function write(
	db: Db,
	quarter: string,
	written: { meetingOn: Day | null; said: { [section in WrittenId]?: string } },
	{ user, today }: By
): Outcome<NotNow> {
	const said = Object.entries(written.said).map(([id, text]) => [id, text.trim()] as const);
	if (said.some(([, text]) => text.length > TEXT_MAX)) return { ok: false, reason: 'too-long' };
	return immediately(db, () => {
		const version = begun(db, quarter, { user, today });
		if (!version) return { ok: false, reason: 'released' };
		db.prepare('update report set meeting_on = ? where quarter = ? and version = ?').run(
			written.meetingOn,
			quarter,
			version.version
		);
		for (const [section, text] of said) {
			db.prepare(
				`insert into report_text (quarter, version, section, text, user, day) values (?, ?, ?, ?, ?, ?)
				 on conflict do update set text = excluded.text, user = excluded.user, day = excluded.day
				 where text <> excluded.text`
			).run(quarter, version.version, section, text, user, today);
		}
		return { ok: true };
	});
}

/** "Klar til udvalget": what stands now is kept byte for byte, with its hash, who said so and when. */
export function release(
	db: Db,
	plan: Plan,
	words: ReportWords,
	quarter: string,
	{ user, today }: By
): Outcome<NotNow, { sha256: string }> {
	return immediately(db, () => {
		if (!isOut(db, quarter, today)) return { ok: false, reason: 'not-out' };
		const version = begun(db, quarter, { user, today });
		if (!version) return { ok: false, reason: 'released' };
		const prepared = preparedOf(db, version);
		const [bytes, open] = (['committee', 'public'] as const).map((audience) =>
			canonical(assemble(db, plan, words, { prepared, asOf: today, audience }))
		);
		if (bytes === undefined || open === undefined) throw new Error('two copies were made');
		const sha256 = digest(bytes);
		db.prepare(
			`update report set bytes = ?, sha256 = ?, public_bytes = ?, public_sha256 = ?, released_on = ?, released_by = ?
			 where quarter = ? and version = ?`
		).run(bytes, sha256, open, digest(open), today, user, quarter, version.version);
		return { ok: true, sha256 };
	});
}

/** A correction: the next version, which says what it changes. The texts go along; what was released stands. */
export function correct(
	db: Db,
	quarter: string,
	changed: string,
	{ user, today }: By
): Outcome<NotNow, { version: number }> {
	const why = changed.trim();
	if (why === '') return { ok: false, reason: 'empty' };
	if (why.length > TEXT_MAX) return { ok: false, reason: 'too-long' };
	return immediately(db, () => {
		const latest = versions(db, quarter).at(-1);
		if (!latest) return { ok: false, reason: 'unknown' };
		if (latest.releasedOn === null) return { ok: false, reason: 'in-work' };
		const version = latest.version + 1;
		db.prepare(
			`insert into report (quarter, version, changed, meeting_on, begun_on, begun_by) values (?, ?, ?, ?, ?, ?)`
		).run(quarter, version, why, latest.meetingOn, today, user);
		db.prepare(
			`insert into report_text select quarter, ?, section, text, user, day from report_text
			 where quarter = ? and version = ?`
		).run(version, quarter, latest.version);
		return { ok: true, version };
	});
}

/** Puts a released version on the municipality's page, or takes it off again. */
export function publish(
	db: Db,
	quarter: string,
	version: number,
	publishedOn: Day | null
): Outcome<NotNow> {
	const { changes } = db
		.prepare(
			'update report set published_on = ? where quarter = ? and version = ? and bytes is not null'
		)
		.run(publishedOn, quarter, version);
	return changes === 1 ? { ok: true } : { ok: false, reason: 'not-released' };
}

/** What everybody may read, newest first: of each quarter the newest version that is published. */
export function published(db: Db): Version[] {
	const all = versions(db).filter(({ publishedOn }) => publishedOn !== null);
	return [...new Map(all.map((each) => [each.quarter, each])).values()].reverse();
}

function begun(db: Db, quarter: string, { user, today }: By): Version | undefined {
	const version = inWork(db, quarter);
	if (!version) return undefined;
	db.prepare(
		`insert or ignore into report (quarter, version, changed, begun_on, begun_by) values (?, ?, '', ?, ?)`
	).run(quarter, version.version, today, user);
	return version;
}
