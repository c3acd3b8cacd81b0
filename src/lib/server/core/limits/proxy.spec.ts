import { beforeEach, expect, it, vi } from 'vitest';
import * as proxy from './proxy.ts';

const asks = (headers: { [name: string]: string }, address = '127.0.0.1') =>
	proxy.watch({
		request: new Request('https://svar.example.dk/stevns', { headers }),
		getClientAddress: () => address
	});
const said = vi.fn();
beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(said);
	vi.stubEnv('ADDRESS_HEADER', '');
	proxy.forget();
	said.mockClear();
});

it.each(['x-forwarded-for', 'Forwarded', 'X-Real-IP'])(
	'is noticed by its %s, and said once in the log without an address',
	(name) => {
		asks({});
		expect(proxy.isUntold()).toBe(false);
		for (let n = 0; n < 50; n++) asks({ [name]: '192.0.2.1' });
		expect(proxy.isUntold()).toBe(true);
		expect(said).toHaveBeenCalledTimes(1);
		expect(said.mock.calls[0]?.[0]).toMatch(/"level":"warning","event":"proxy-untold"/);
		expect(said.mock.calls[0]?.[0]).not.toContain('192.0.2.1');
	}
);

it('is not believed in where a stranger writes its header', () => {
	for (const address of ['198.51.100.1', '2001:db8::1', '172.32.0.1', '::ffff:198.51.100.1'])
		asks({ 'x-forwarded-for': '192.0.2.1' }, address);
	expect(proxy.isUntold()).toBe(false);
	for (const address of ['::1', '10.0.0.1', '::ffff:172.16.0.1', 'fd00::1']) {
		proxy.forget();
		asks({ 'x-forwarded-for': '192.0.2.1' }, address);
		expect([address, proxy.isUntold()]).toEqual([address, true]);
	}
});

it('is told of by its header’s name', () => {
	vi.stubEnv('ADDRESS_HEADER', 'x-forwarded-for');
	asks({ 'x-forwarded-for': '192.0.2.1' });
	expect(proxy.isUntold()).toBe(false);
	expect(said).not.toHaveBeenCalled();
});
