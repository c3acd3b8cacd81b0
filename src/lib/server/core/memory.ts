import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After so long without an answer, what is left of the last ones in memory is given back. */
const QUIET_MILLISECONDS = 2000;
/** No answer waits longer than this for it, */
const LONGEST_MILLISECONDS = 60_000;
/**
 * but under a stream of so many in that time: it uses memory again by itself, nobody's is the only one, and all who are just
 * answering would wait for half a second. Then it is done this seldom.
 */
const STREAM = 120;
const LONGEST_OF_STREAM_MILLISECONDS = 600_000;

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;
let collect: Collect | undefined;
let quiet = QUIET_MILLISECONDS;
let timer: NodeJS.Timeout | undefined;
let since = 0;
let count = 0;

/**
 * Text in JavaScript cannot be overwritten, and stays where it was until its memory is used for something else: on a server that
 * is asked of seldom, for hours. Only the thorough collection gives memory back, so that what was counted is gone from it.
 * To be called when a server starts; commands and tests end by themselves.
 */
export function begin({
	quietMilliseconds = QUIET_MILLISECONDS,
	by = collector()
}: { quietMilliseconds?: number; by?: Collect } = {}): void {
	collect = by;
	quiet = quietMilliseconds;
}

function collector(): Collect {
	setFlagsFromString('--expose-gc');
	return runInNewContext('gc') as Collect;
}

/** Answers have been in memory in the clear. @param answers so many are counted now: each is told of once */
export function forgetSoon(answers = 0): void {
	if (!collect) return;
	since ||= performance.now();
	count += answers;
	const waited = performance.now() - since;
	const isStream = count > (STREAM * waited) / LONGEST_MILLISECONDS;
	if (timer && waited > (isStream ? LONGEST_OF_STREAM_MILLISECONDS : LONGEST_MILLISECONDS)) return;
	clearTimeout(timer);
	timer = setTimeout(forget, quiet).unref();
}

function forget(): void {
	timer = undefined;
	since = 0;
	count = 0;
	collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
