import { createDecipheriv } from 'node:crypto';
import { counterOf, layout } from '../../src/lib/server/rounds/counters.ts';
import type { KeptRound, Unit } from '../../src/lib/server/rounds/rounds.ts';
import type { Channel } from '../../src/lib/survey/round.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';
import type { State } from './history.ts';

/** What one commit gave away: an answer sheet, the code that it was given by, and the comment beside it. */
export type Rebuilt = {
	sheet: { answers: Submission['answers']; channel: Channel } | undefined;
	/** The HMAC of the code that was used in the same commit, in hex. */
	code: string | undefined;
	comment: string | undefined;
};

type Box = { round: string; unit: string; sealed: Buffer };
type SealedComment = Box & { id: Buffer };
/** The keys that a thief has, by the unit whose box each may open. */
export type Keys = Map<string, Buffer[]>;
type Loot = { kept: KeptRound; units: Pick<Unit, 'unit' | 'kind'>[]; keys: Keys };

const STEP_BYTES = 6;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Goes through every state of the file, one commit after the other, with all the keys that there are. */
export function rebuild(states: State[], loot: Loot): Rebuilt[] {
	const commentKeys = unique(states.flatMap((state) => openBoxes(state, loot).commentKeys));
	let was: Seen | undefined;
	const found: Rebuilt[] = [];
	for (const state of states) {
		const now = look(state, loot, commentKeys, was);
		if (was && now.receipts === was.receipts + 1) {
			const before = was;
			found.push({
				sheet: difference(before, now),
				code: [...now.used].find((hmac) => !before.used.has(hmac)),
				comment: [...now.comments].find(([id]) => !before.comments.has(id))?.[1]
			});
		}
		was = now;
	}
	return found;
}

type Seen = {
	receipts: number;
	used: Set<string>;
	/** Each box that opens, by unit. */
	boxes: Map<string, Map<string, number>>;
	/** The text of each comment that opens, by id. */
	comments: Map<string, string | undefined>;
};

/** What lies in a state of the file, whatever keys one has. */
type Facts = { receipts: number; used: Set<string>; boxes: Box[]; comments: string[] };
const read = new WeakMap<State, Facts>();
/** By id, which is random and never another's. */
const sealedComments = new Map<string, SealedComment>();

/** Read once of each state: several thieves look at the same ones. */
function factsOf(state: State): Facts {
	const known = read.get(state);
	if (known) return known;
	const facts = state.look((file): Facts => {
		const column = <T>(sql: string): T[] => file.prepare<[], T>(sql).pluck().all();
		const comment = file.prepare<[Buffer], SealedComment>(
			'select * from sealed_comment where id = ?'
		);
		return {
			receipts: column<number>('select count(*) from receipt')[0] ?? 0,
			used: new Set(column<Buffer>('select hmac from code where used = 1').map(hex)),
			boxes: file.prepare<[], Box>('select * from box').all(),
			comments: column<Buffer>('select id from sealed_comment').map((id) => {
				const row = sealedComments.has(hex(id)) ? undefined : comment.get(id);
				if (row) sealedComments.set(hex(id), row);
				return hex(id);
			})
		};
	});
	read.set(state, facts);
	return facts;
}

const hex = (bytes: Buffer): string => bytes.toString('hex');

/** Every box that opens, and the keys of comments that lie in them. */
function openBoxes(state: State, { kept, units, keys }: Loot) {
	const boxes = new Map<string, Map<string, number>>();
	const commentKeys: Buffer[] = [];
	for (const { unit, sealed } of factsOf(state).boxes) {
		const kind = units.find((each) => each.unit === unit)?.kind ?? 'month';
		const { names, hash } = layout(kept, kind);
		const bytes = openWithAny(
			keys.get(unit) ?? [],
			sealed.subarray(STEP_BYTES),
			`${kept.round.id}|${unit}|${hash}`
		);
		if (!bytes) continue;
		boxes.set(unit, new Map(names.map((name, at) => [name, bytes.readUInt32LE(at * 4)])));
		if (bytes.length > names.length * 4) commentKeys.push(bytes.subarray(names.length * 4));
	}
	return { boxes, commentKeys };
}

/** The text of every comment that opens. */
export function readComments(state: State, loot: Loot): { id: string; text: string }[] {
	const { commentKeys } = openBoxes(state, loot);
	return factsOf(state).comments.flatMap((id) => {
		const text = textOf(id, commentKeys);
		return text === undefined ? [] : [{ id, text }];
	});
}

function textOf(id: string, keys: Buffer[]): string | undefined {
	const row = sealedComments.get(id);
	const bytes = row && openWithAny(keys, row.sealed, `${row.round}|${row.unit}|comment`);
	return bytes && String(JSON.parse(bytes.toString()));
}

function look(state: State, loot: Loot, commentKeys: Buffer[], was: Seen | undefined): Seen {
	const { receipts, used, comments } = factsOf(state);
	return {
		receipts,
		used,
		boxes: openBoxes(state, loot).boxes,
		comments: new Map(
			comments.map((id) => [
				id,
				was?.comments.has(id) ? was.comments.get(id) : textOf(id, commentKeys)
			])
		)
	};
}

/** The answer sheet that is one box less the box before it, where both opened and one citizen lies between them. */
function difference(was: Seen, now: Seen): Rebuilt['sheet'] {
	for (const [unit, counts] of now.boxes) {
		const earlier = was.boxes.get(unit);
		if (!earlier) continue;
		const more = [...counts].filter(([name, n]) => n - (earlier.get(name) ?? 0) === 1);
		const own = more.map(([name]) => counterOf(name)).filter(({ breakdown }) => breakdown === '');
		if (own.length === 0) continue;
		const answers = own
			.filter(({ item, answer }) => item !== '' && answer !== 'skipped')
			.map(({ item, answer }) => [item, /^\d$/.test(answer) ? Number(answer) : answer]);
		const outcome = own.find(({ item, answer }) => item === '' && answer.includes(':'))?.answer;
		return {
			answers: Object.fromEntries(answers) as Submission['answers'],
			channel: (outcome?.split(':')[0] ?? 'open') as Channel
		};
	}
	return undefined;
}

export const unique = (keys: Buffer[]): Buffer[] => [
	...new Map(keys.map((key) => [key.toString('hex'), key])).values()
];

/** The one key of many that opens something, if one does. */
function openWithAny(keys: Buffer[], sealed: Buffer, associated: string): Buffer | undefined {
	for (const key of keys) {
		const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
			.setAAD(Buffer.from(associated))
			.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
		try {
			const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
			decipher.final();
			return text;
		} catch {
			// Another key's.
		}
	}
	return undefined;
}
