import type process from 'node:process';

const ENDS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** Asks for every municipality's turn (`lib/server/clock.ts`). */
const TURN = 'SIGUSR2';

type Source = Pick<typeof process, 'on' | 'once' | 'platform'>;

let asked: NodeJS.Signals | undefined;
let end: ((signal: NodeJS.Signals) => void) | undefined;

/**
 * Signals are heard from the first moment on, before there is anything to end or to take a turn: until somebody listens the system
 * would end the process at once, whatever it was in. A second signal to end still does.
 */
export function listen(source: Source): void {
	for (const signal of ENDS) {
		source.once(signal, () => {
			if (end) end(signal);
			else asked ??= signal;
		});
	}
	// The first turn is on its way. Windows knows no such signal.
	if (source.platform !== 'win32') source.on(TURN, () => undefined);
}

/** How it ends from now on. @returns the signal that has asked for it already, if one has */
export function onEnd(work: (signal: NodeJS.Signals) => void): NodeJS.Signals | undefined {
	end = work;
	return asked;
}
