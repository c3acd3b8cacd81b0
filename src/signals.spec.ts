import { EventEmitter } from 'node:events';
import type process from 'node:process';
import { beforeEach, expect, it, vi } from 'vitest';

type Signals = typeof import('./signals.ts');
let signals: Signals;
let source: EventEmitter;
beforeEach(async () => {
	vi.resetModules();
	signals = await import('./signals.ts');
	source = new EventEmitter();
});

const listen = (platform = 'linux') =>
	signals.listen(Object.assign(source, { platform }) as unknown as typeof process);

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'])(
	'%s before there is anything to end is kept for then, a second one is not',
	(signal) => {
		listen();
		expect(source.emit(signal)).toBe(true);
		const ended: string[] = [];
		expect(signals.onEnd((why) => ended.push(why))).toBe(signal);
		// Whoever began asks what was said before: it is not done twice.
		expect(ended).toEqual([]);
		expect(source.emit(signal)).toBe(false);
	}
);

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'])(
	'%s ends what has begun, and a second one is the system’s',
	(signal) => {
		listen();
		const ended: string[] = [];
		expect(signals.onEnd((why) => ended.push(why))).toBeUndefined();
		expect(source.emit(signal)).toBe(true);
		expect(ended).toEqual([signal]);
		expect(source.emit(signal)).toBe(false);
	}
);

it('hears what asks for a turn, however often, where the system knows it', () => {
	listen();
	expect(source.emit('SIGUSR2')).toBe(true);
	expect(source.emit('SIGUSR2')).toBe(true);
	source.removeAllListeners();
	listen('win32');
	expect(source.emit('SIGUSR2')).toBe(false);
});
