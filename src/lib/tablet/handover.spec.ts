import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivate, next, type Act, type End, type Leaving, type Screen } from './handover.ts';

const screens: Screen[] = [
	{ at: 'caseworker' },
	{ at: 'languages' },
	{ at: 'asking' },
	...(['declined', 'later'] as const).flatMap((how) =>
		(['languages', 'asking'] as const).map((from) => ({ at: 'leaving' as const, how, from }))
	),
	{ at: 'home' },
	{ at: 'thanks' }
];
const leave = (how: Leaving): Act => ({ name: 'leave', how });
const acts: Act[] = [
	...(
		['give', 'choose-language', 'languages', 'stay', 'confirm', 'send', 'taken', 'wipe'] as const
	).map((name) => ({ name })),
	leave('declined'),
	leave('later'),
	{ name: 'hand-back' }
];

function play(...names: (Act | Exclude<Act['name'], 'leave'>)[]): { ends: End[]; screen: Screen } {
	let screen: Screen = { at: 'caseworker' };
	const ends: End[] = [];
	for (const act of names) {
		const step = next(screen, typeof act === 'string' ? { name: act } : act);
		screen = step.screen;
		if (step.end) ends.push(step.end);
	}
	return { ends, screen };
}

describe('a handover', () => {
	it.each([
		['an answer', ['give', 'choose-language', 'send'], 'sent', 'thanks'],
		['a no at once', ['give', leave('declined'), 'confirm'], 'declined', 'thanks'],
		[
			'a no in the middle',
			['give', 'choose-language', leave('declined'), 'confirm'],
			'declined',
			'thanks'
		],
		['rather at home', ['give', leave('later'), 'confirm'], 'later', 'home'],
		[
			'rather at home, and the code taken',
			['give', leave('later'), 'confirm', 'taken'],
			'later',
			'thanks'
		],
		[
			'left lying with the code on it',
			['give', leave('later'), 'confirm', 'wipe'],
			'later',
			'thanks'
		],
		['wiped in the middle', ['give', 'choose-language', 'wipe'], 'declined', 'thanks'],
		['wiped at the languages', ['give', 'wipe'], 'declined', 'thanks'],
		['wiped while leaving', ['give', leave('later'), 'wipe'], 'declined', 'thanks'],
		[
			'a mind that changes',
			[
				'give',
				leave('declined'),
				'stay',
				'choose-language',
				leave('later'),
				'stay',
				'languages',
				'choose-language',
				'send'
			],
			'sent',
			'thanks'
		],
		[
			'pressed twice',
			['give', 'give', 'choose-language', 'send', 'send', 'confirm', 'wipe'],
			'sent',
			'thanks'
		]
	] as const)('ends once: %s', (_, names, end, at) => {
		expect(play(...names)).toEqual({ ends: [end], screen: { at } });
	});

	it('comes back to the very same screen from every end', () => {
		for (const act of [leave('declined'), leave('later')]) {
			const { screen } = play('give', act, 'confirm', 'taken', 'hand-back');
			expect(screen).toEqual({ at: 'caseworker' });
		}
		expect(play('give', 'choose-language', 'send', 'hand-back').screen).toEqual({
			at: 'caseworker'
		});
		expect(play('give', 'wipe', 'hand-back').screen).toEqual({ at: 'caseworker' });
	});

	it('ends exactly once between the caseworker’s two turns, whatever is pressed', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 60 }), (pressed) => {
				let screen: Screen = { at: 'caseworker' };
				let ends = 0;
				for (const act of pressed) {
					const before: string = screen.at;
					const step = next(screen, act);
					screen = step.screen;
					if (before === 'caseworker') ends = 0;
					if (step.end) ends += 1;
					const isOver = ['home', 'thanks', 'caseworker'].includes(screen.at);
					if (screen.at !== before) expect(ends).toBe(isOver ? 1 : 0);
				}
			})
		);
	});

	it('is out of sight when it is wiped, wherever it was', () => {
		for (const screen of screens) {
			expect(isPrivate(next(screen, { name: 'wipe' }).screen)).toBe(false);
		}
	});
});
