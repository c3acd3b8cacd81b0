/** A citizen's way out without answering here. */
export type Leaving = 'declined' | 'later';

/** What stands on the screen. Between the caseworker's two turns lies one handover, and it ends once. */
export type Screen =
	| { at: 'caseworker' }
	| { at: 'languages' }
	| { at: 'asking' }
	/** About to leave, and asked whether that is meant. */
	| { at: 'leaving'; how: Leaving; from: 'languages' | 'asking' }
	/** The code to take home. */
	| { at: 'home' }
	| { at: 'thanks' };

export type Act =
	| { name: 'give' | 'choose-language' | 'languages' | 'stay' | 'confirm' | 'send' | 'taken' }
	| { name: 'leave'; how: Leaving }
	/** Somebody erases, or nobody has been there for a while. */
	| { name: 'wipe' }
	| { name: 'hand-back' };

/** How the handover ends: `sent` is as full as the citizen made it, and an empty one is a no. */
export type End = 'sent' | Leaving;

/**
 * The next screen, and how the handover ends if this ends it. What makes no sense where we are changes nothing: a second
 * tap on a button that is gone must neither end a handover twice nor begin one.
 */
export function next(screen: Screen, act: Act): { screen: Screen; end?: End } {
	const same = { screen };
	switch (act.name) {
		case 'give':
			return screen.at === 'caseworker' ? { screen: { at: 'languages' } } : same;
		case 'choose-language':
			return screen.at === 'languages' ? { screen: { at: 'asking' } } : same;
		case 'languages':
			return screen.at === 'asking' ? { screen: { at: 'languages' } } : same;
		case 'leave':
			return screen.at === 'languages' || screen.at === 'asking'
				? { screen: { at: 'leaving', how: act.how, from: screen.at } }
				: same;
		case 'stay':
			return screen.at === 'leaving' ? { screen: { at: screen.from } } : same;
		case 'confirm':
			if (screen.at !== 'leaving') return same;
			return { screen: { at: screen.how === 'later' ? 'home' : 'thanks' }, end: screen.how };
		case 'send':
			return screen.at === 'asking' ? { screen: { at: 'thanks' }, end: 'sent' } : same;
		case 'taken':
			return screen.at === 'home' ? { screen: { at: 'thanks' } } : same;
		case 'wipe':
			if (screen.at === 'caseworker' || screen.at === 'thanks') return same;
			// Who has a code has already said so.
			return screen.at === 'home'
				? { screen: { at: 'thanks' } }
				: { screen: { at: 'thanks' }, end: 'declined' };
		case 'hand-back':
			return screen.at === 'thanks' ? { screen: { at: 'caseworker' } } : same;
	}
}

/** Whether answers, or a code, may stand on the screen for the next one to see. */
export const isPrivate = (screen: Screen): boolean =>
	screen.at !== 'caseworker' && screen.at !== 'thanks';
