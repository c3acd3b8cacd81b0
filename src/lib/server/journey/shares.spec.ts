import { beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, type Assessment } from '../../journey/assessment.ts';
import { NewShare, type OpeningReply } from '../../journey/share.ts';
import {
	fromWords,
	makeShare,
	openShared,
	readFragment,
	type Made
} from '../../journey/sharing.ts';
import { otherModel } from '../../../../tests/support/other-model.ts';
import { openFile, type Db } from '../core/database.ts';
import * as shares from './shares.ts';

const TODAY = '2026-05-20';
const NOTE = 'Jeg sover dårligt om natten';
const picture: Assessment = {
	...begin('8f1c2b1e-1f60-4c43-9d0f-3a8f5a2f8b11', otherModel, TODAY),
	placements: [{ area: 'boat', step: 'storm', talk: true, note: NOTE }]
};

let db: Db;
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-shares-'));
	db = openFile(join(folder, 'havneby.sqlite'));
});

async function shared(terms: Partial<{ days: number; opens: number; typed: boolean }> = {}) {
	const made = await makeShare([picture], { days: 3, opens: 2, typed: false, ...terms });
	if (!made) throw new Error('too large');
	expect(NewShare.parse(made.share)).toEqual(made.share);
	expect(shares.keep(db, made.share, TODAY).outcome).toBe('kept');
	return made;
}
/** As a device with the link would. */
async function openLink(fragment: string, today = TODAY) {
	const read = await readFragment(fragment);
	if (!read) throw new Error('no fragment');
	const reply = shares.open(db, read.id, read.proof, today);
	const content =
		reply.outcome === 'opened' ? await openShared(read.id, read.key, reply.ciphertext) : undefined;
	return { outcome: reply.outcome, content };
}
const withKey = (made: Made, key: string) => `${made.share.id}.${key}`;
const everyByte = () =>
	Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

describe('a share', () => {
	it('is opened by the link', async () => {
		const made = await shared();
		const opened = await openLink(made.fragment);
		expect(opened.content).toEqual({ version: 1, pictures: [picture] });
	});

	it('is opened by the code and the words, typed anyhow', async () => {
		const made = await shared({ typed: true });
		const { proof, unwrap } = await fromWords(made.share.id, made.words ?? []);
		const reply = shares.open(db, made.share.id, proof, TODAY);
		if (reply.outcome !== 'opened') throw new Error(reply.outcome);
		const key = await unwrap(reply.wrapped ?? '');
		expect(key && (await openShared(made.share.id, key, reply.ciphertext))?.pictures).toEqual([
			picture
		]);
	});

	it('does not hand the wrapped key to one who came by the link', async () => {
		const made = await shared({ typed: true });
		const read = await readFragment(made.fragment);
		expect(shares.open(db, made.share.id, read!.proof, TODAY)).toMatchObject({
			outcome: 'opened',
			wrapped: null
		});
	});

	it('looks to a wrong key as if it had never been, and is not used up by it', async () => {
		const made = await shared({ opens: 1 });
		const wrong = withKey(made, Buffer.alloc(32, 7).toString('base64url'));
		const never = '2345ABCD.' + Buffer.alloc(32, 7).toString('base64url');
		for (let tries = 0; tries < 5; tries++) {
			expect(await openLink(wrong)).toEqual(await openLink(never));
		}
		expect((await openLink(made.fragment)).outcome).toBe('opened');
	});

	it('opens no more often than was chosen', async () => {
		const made = await shared({ opens: 2 });
		const outcomes: OpeningReply['outcome'][] = [];
		for (let n = 0; n < 3; n++) outcomes.push((await openLink(made.fragment)).outcome);
		expect(outcomes).toEqual(['opened', 'opened', 'used-up']);
	});

	it('expires after its days, today counted, and never lives past fourteen', async () => {
		const made = await shared({ days: 3 });
		expect((await openLink(made.fragment, '2026-05-22')).outcome).toBe('opened');
		expect((await openLink(made.fragment, '2026-05-23')).outcome).toBe('expired');
		expect(NewShare.safeParse({ ...made.share, days: 15 }).success).toBe(false);
	});

	it('is withdrawn by its owner alone, and stays so', async () => {
		const made = await shared();
		expect(shares.withdraw(db, made.share.id, Buffer.alloc(32).toString('base64url'))).toBe(false);
		expect((await openLink(made.fragment)).outcome).toBe('opened');
		expect(shares.withdraw(db, made.share.id, made.owner)).toBe(true);
		expect((await openLink(made.fragment)).outcome).toBe('withdrawn');
		expect(shares.withdraw(db, made.share.id, made.owner)).toBe(true);
	});

	it('says that it has ended only to those who had the key', async () => {
		const made = await shared();
		shares.withdraw(db, made.share.id, made.owner);
		const wrong = withKey(made, Buffer.alloc(32, 7).toString('base64url'));
		expect((await openLink(wrong)).outcome).toBe('unknown');
	});

	it('shows nothing when a byte was changed', async () => {
		const made = await shared();
		const changed = Buffer.from(made.share.ciphertext, 'base64url');
		changed[40] = (changed[40] ?? 0) ^ 1;
		db.prepare('update share set ciphertext = ?').run(changed.toString('base64url'));
		expect(await openLink(made.fragment)).toEqual({ outcome: 'opened', content: undefined });
	});

	it('does not take the place of another', async () => {
		const made = await shared();
		expect(shares.keep(db, made.share, TODAY)).toEqual({ outcome: 'taken' });
	});

	it('leaves nothing of its ciphertext when it has ended', async () => {
		const made = await shared();
		expect(everyByte().includes(made.share.ciphertext.slice(0, 60))).toBe(true);
		shares.withdraw(db, made.share.id, made.owner);
		db.pragma('wal_checkpoint(TRUNCATE)');
		expect(everyByte().includes(made.share.ciphertext.slice(0, 60))).toBe(false);
	});

	it('is forgotten altogether in the end', async () => {
		await shared({ days: 1 });
		shares.expire(db, '2026-06-04');
		expect(db.prepare('select count(*) as n from share').get()).toEqual({ n: 0 });
	});

	it('weighs the same whether a note is long or missing', async () => {
		const short = await makeShare([{ ...picture, placements: [] }], {
			days: 1,
			opens: 1,
			typed: false
		});
		const long = await makeShare([{ ...picture, name: 'x'.repeat(60) }], {
			days: 1,
			opens: 1,
			typed: false
		});
		expect(short?.share.ciphertext.length).toBe(long?.share.ciphertext.length);
	});

	it('is refused when it is too large', async () => {
		const placement = { area: 'boat', step: 'storm', talk: true, note: 'ø'.repeat(70_000) };
		const huge = { ...picture, placements: [placement] };
		expect(await makeShare([huge], { days: 1, opens: 1, typed: false })).toBeUndefined();
	});
});

describe('the file', () => {
	it('holds no key, no word, no proof, no owner’s secret and nothing that was written', async () => {
		const made = await shared({ typed: true });
		const [, key = ''] = made.fragment.split('.');
		const read = await readFragment(made.fragment);
		const { proof } = await fromWords(made.share.id, made.words ?? []);
		const bytes = everyByte();
		expect(bytes.includes(made.share.id)).toBe(true);
		for (const secret of [key, made.owner, read!.proof, proof]) {
			expect(bytes.includes(secret)).toBe(false);
			expect(bytes.includes(Buffer.from(secret, 'base64url'))).toBe(false);
		}
		expect(bytes.includes((made.words ?? []).join(' '))).toBe(false);
		expect(bytes.includes('storm')).toBe(false);
		expect(bytes.includes(NOTE)).toBe(false);
	});
});
