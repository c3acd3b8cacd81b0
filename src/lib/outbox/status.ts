import type { Messages } from '../i18n/messages.ts';
import type { Acknowledgement } from '../survey/submission.ts';
import type { State } from './driver.ts';
import type { Kept } from './queue.ts';

/** A sentence about sending. Its tone is shown in colour and shape, but never only so. */
export type Line = { tone: 'done' | 'waiting' | 'help'; text: string; canRetry?: true };

/**
 * What became of the answers of whoever holds the phone, as many as have come back since they were last told; leave out on a
 * tablet, where all handovers look the same.
 */
export type Mine = { kept?: Kept; acknowledged?: Acknowledgement[] };

/** Everything there is to say, the answer in hand first. There is always something. */
export function lines(
	m: Messages<'outbox'>,
	device: 'phone' | 'tablet',
	state: State,
	mine: Mine = {}
): Line[] {
	const said: Line[] = [];
	const { waiting, unsaved, needsHelp, sending, askStaff } = state;
	const onDisk = waiting - unsaved;
	if (mine.acknowledged) said.push(...outcomes(m, mine.acknowledged));
	const isTablet = device === 'tablet';
	if (isTablet && askStaff && waiting > 0) said.push({ tone: 'help', text: m.askStaff() });
	// No staff can help a phone, which has no grant: somebody on the way refused, and it may go now.
	const again = askStaff && !isTablet && { canRetry: true as const };
	if (unsaved > 0) {
		const isFull = mine.kept?.ok === false && mine.kept.reason === 'quota';
		const text = isFull ? m.full() : m.unsaved();
		said.push({ tone: 'waiting', text, ...(onDisk === 0 && again) });
	}
	if (sending && waiting > 0) said.push({ tone: 'waiting', text: m.sending() });
	else if (onDisk > 0) {
		const text = isTablet ? m.waitingTablet({ n: onDisk }) : m.waiting({ n: onDisk });
		said.push({ tone: 'waiting', text, ...again });
	}
	if (needsHelp > 0) {
		const text = `${m.needsHelp({ n: needsHelp })} ${m.needsHelpHow()}`;
		said.push({ tone: 'help', text, canRetry: true });
	}
	if (said.length > 0) return said;
	// Of an answer that nobody here knows of nothing is said but that.
	return [{ tone: 'done', text: m.allSent() }];
}

/** Each outcome once, what went otherwise than it should first. Where they are not alike, it is said that they are several. */
function outcomes(m: Messages<'outbox'>, acknowledged: Acknowledgement[]): Line[] {
	const each = acknowledged.map((one) => outcome(m, one));
	const lines = [...new Map(each.map((line) => [line.text, line])).values()];
	const ordered = [
		...lines.filter(({ tone }) => tone === 'help'),
		...lines.filter(({ tone }) => tone !== 'help')
	];
	if (ordered.length < 2) return ordered;
	return [{ tone: 'done', text: m.several({ n: acknowledged.length }) }, ...ordered];
}

function outcome(m: Messages<'outbox'>, acknowledgement: Acknowledgement): Line {
	switch (acknowledgement.outcome) {
		case 'counted':
			return { tone: 'done', text: m.sent() };
		case 'already-counted':
			return { tone: 'done', text: m.alreadyCounted() };
		case 'not-counted':
			return { tone: 'help', text: m.notCounted[acknowledgement.reason]() };
		case 'quarantined':
			return { tone: 'help', text: m.quarantined() };
	}
}
