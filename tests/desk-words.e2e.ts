import { openRound } from './support/round.ts';
import { administrator, colleague, type StaffClient } from './support/staff-client.ts';
import { expect, test } from './support/test.ts';

/** What a page says, without its markup. */
const wordsOf = async (desk: StaffClient, path: string): Promise<string> => {
	const reply = await desk.get(path);
	expect([path, reply.status]).toEqual([path, 200]);
	return (await reply.text())
		.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');
};

test('before a round’s first day its codes and its paper are made, and its leader finds what can be undone and what cannot @long', async ({
	another
}) => {
	const site = await another({ TODAY: '2026-04-20' });
	const admin = await administrator(site, 'stevns');
	const leader = await colleague(admin, 'Karen', ['leader']);
	await openRound(site, 'stevns', { channels: ['code', 'paper'] });
	expect(await wordsOf(leader, '/koder')).toContain('maj 2026');
	expect(await wordsOf(leader, '/papir')).toContain('maj 2026');
	const round = await wordsOf(leader, '/maalinger/2026-05');
	for (const words of [
		'Lav om på målingen',
		'Fortryd målingen',
		'Målingen er ikke begyndt, og intet er delt ud. Den forsvinder helt.',
		'Målingen kan stoppes fra den første dag.'
	]) {
		expect(round).toContain(words);
	}
	const made = await leader.post('/koder', {
		round: '2026-05',
		team: '',
		month: '2026-05',
		count: '3',
		request: 'one'
	});
	expect(made.status).toBe(200);
	expect(await made.text()).toContain('3 koder er lavet');
	expect(await wordsOf(leader, '/maalinger/2026-05')).toContain(
		'Målingen kan ikke fortrydes længere.'
	);
});

test('a round under way is stopped where it is changed, and the newest month comes first @long', async ({
	another
}) => {
	const site = await another({ TODAY: '2026-07-10' });
	const leader = await colleague(await administrator(site, 'stevns'), 'Karen', ['leader']);
	await openRound(site, 'stevns', { channels: ['code', 'paper'] });
	const round = await wordsOf(leader, '/maalinger/2026-05');
	expect(round).toContain('Stop for nye');
	expect(round).toContain('Det kan ikke fortrydes.');
	for (const path of ['/koder', '/papir', '/samtaler']) {
		const words = await wordsOf(leader, path);
		expect([path, words.indexOf('juli 2026') >= 0]).toEqual([path, true]);
		expect(words.indexOf('juli 2026')).toBeLessThan(words.indexOf('juni 2026'));
	}
});

test('texts for Digital Post and text messages ask nobody to scan what stands on their own screen @long', async ({
	another
}) => {
	const site = await another();
	const leader = await colleague(await administrator(site, 'stevns'), 'Karen', ['leader']);
	await openRound(site, 'stevns', { channels: ['code'] });
	for (const [language, link, scan] of [
		['da', 'Svar her: [LINK]', /\bscan/i],
		['let', '[LINK]', /\bscan/i],
		['en', '[LINK]', /\bscan/i]
	] as const) {
		const words = await wordsOf(leader, `/koder/tekster?sprog=${language}`);
		expect(words).toContain(link);
		expect(words).toContain('[KODE]');
		expect(words).not.toMatch(scan);
	}
});

test('the assessment can be drafted before its date is asked for, and the papers are saved half filled @long', async ({
	another
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	expect(await wordsOf(admin, '/foer-start/konsekvensanalyse')).toContain(
		'Udkast til konsekvensanalyse'
	);
	const halfFilled = { dpoName: 'Dina Prøve', basis: '6-1-e', basisRule: 'Lov om kommuner' };
	const saved = await admin.post('/foer-start', halfFilled);
	expect(saved.status).toBe(200);
	const form = await (await admin.get('/foer-start')).text();
	for (const kept of ['value="Dina Prøve"', 'Lov om kommuner']) expect(form).toContain(kept);
	const draft = await wordsOf(admin, '/foer-start/konsekvensanalyse');
	for (const words of ['Lov om kommuner', 'Dina Prøve']) expect(draft).toContain(words);
});
