/** So long a screen may lie untouched before it asks. */
export const IDLE_SECONDS = 60;
/** And so long one has to say that one is there. */
const WARNING_SECONDS = 20;
/** The thanks give way to the caseworker's screen by themselves. */
export const THANKS_SECONDS = 20;

export type Idle = { is: 'in-use' } | { is: 'asking'; secondsLeft: number } | { is: 'over' };

/** What the time since the last touch means. */
export function idleAfter(seconds: number): Idle {
	if (seconds < IDLE_SECONDS) return { is: 'in-use' };
	const secondsLeft = Math.ceil(IDLE_SECONDS + WARNING_SECONDS - seconds);
	return secondsLeft > 0 ? { is: 'asking', secondsLeft } : { is: 'over' };
}
