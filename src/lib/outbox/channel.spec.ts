import { afterEach, describe, expect, it, vi } from 'vitest';
import { listen, tell, type News } from './channel.ts';

const sent: News = { kind: 'sent', acknowledged: [{ id: 'a', outcome: 'counted' }] };
const otherTab = new BroadcastChannel('oejenhoejde-outbox-stevns');
const ended: (() => void)[] = [];
afterEach(() => ended.splice(0).forEach((end) => end()));

function hear(municipality: string): News[] {
	const heard: News[] = [];
	ended.push(listen(municipality, (news) => heard.push(news)));
	return heard;
}

describe('news of the outbox', () => {
	it('reaches every listener of this page at once, and once', async () => {
		const [one, two] = [hear('stevns'), hear('stevns')];
		tell('stevns', sent);
		expect([one, two]).toEqual([[sent], [sent]]);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect([one, two]).toEqual([[sent], [sent]]);
	});

	it('reaches other tabs, and comes from them', async () => {
		const there: unknown[] = [];
		otherTab.onmessage = ({ data }) => there.push(data);
		tell('stevns', { kind: 'kept' });
		await vi.waitFor(() => expect(there).toEqual([{ kind: 'kept' }]));
		const here = hear('stevns');
		otherTab.postMessage({ kind: 'something newer' });
		otherTab.postMessage(sent);
		await vi.waitFor(() => expect(here).toEqual([sent]));
		otherTab.close();
	});

	it('stays within the municipality, and ends when one hangs up', () => {
		const [stevns, vejen] = [hear('stevns'), hear('vejen')];
		tell('vejen', sent);
		ended.splice(0).forEach((end) => end());
		tell('vejen', sent);
		expect([stevns, vejen]).toEqual([[], [sent]]);
	});
});
