import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After so long without an answer, what is left of the last ones in memory is given back. */
const QUIET_MILLISECONDS = 2000;
/** Under a steady stream memory is used again by itself; but no answer waits longer than this for it. */
const LONGEST_MILLISECONDS = 60_000;

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;
let collect: Collect | undefined;
let quiet = QUIET_MILLISECONDS;
let timer: NodeJS.Timeout | undefined;
let since = 0;

/**
 * Text in JavaScript cannot be overwritten, and stays where it was until its memory is used for something else: on a server that
 * is asked of seldom, for hours. Only the thorough collection gives memory back, so that what was counted is gone from it.
 * To be called when a server starts; commands and tests end by themselves.
 */
export function begin({ quietMilliseconds = QUIET_MILLISECONDS } = {}): void {
	setFlagsFromString('--expose-gc');
	collect = runInNewContext('gc') as Collect;
	quiet = quietMilliseconds;
}

/** An answer has been in memory in the clear. */
export function forgetSoon(): void {
	if (!collect) return;
	since ||= Date.now();
	if (timer && Date.now() - since > LONGEST_MILLISECONDS) return;
	clearTimeout(timer);
	timer = setTimeout(forget, quiet).unref();
}

function forget(): void {
	timer = undefined;
	since = 0;
	collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
