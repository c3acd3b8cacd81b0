import { expect, it } from 'vitest';
import { mail } from './posting.ts';

it('says that nothing can be sent by a relay that nobody can make out, and throws nothing', async () => {
	const url = new URL('smtps://svar:100%sikker@127.0.0.1:1');
	const letter = { to: 'a@b.example', subject: '', text: '' };
	expect(await mail({ url, from: 'svar@b.example' }, letter)).toEqual({
		ok: false,
		reason: 'away',
		kind: 'URIError'
	});
});
